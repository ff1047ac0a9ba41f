BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE asked (
	interview_id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	candidate_id TEXT NOT NULL, 
	question_id TEXT NOT NULL, 
	CONSTRAINT pk_asked PRIMARY KEY (interview_id, seq), 
	CONSTRAINT fk_asked_events FOREIGN KEY(interview_id, seq) REFERENCES events (interview_id, seq)
);
INSERT INTO "asked" VALUES('9hd58vj9',3,'script','prioritising-under-pressure');
CREATE TABLE deliveries (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	message_id TEXT NOT NULL, 
	place_kind TEXT NOT NULL, 
	place_id TEXT NOT NULL, 
	interview_id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	attempts INTEGER NOT NULL, 
	due_at DATETIME NOT NULL, 
	platform_id TEXT, 
	CONSTRAINT fk_deliveries_events FOREIGN KEY(interview_id, seq) REFERENCES events (interview_id, seq), 
	CONSTRAINT uq_deliveries_message_id_place_kind_place_id UNIQUE (message_id, place_kind, place_id)
);
CREATE TABLE events (
	interview_id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	origin_message TEXT, 
	origin_revision INTEGER, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_events PRIMARY KEY (interview_id, seq), 
	CONSTRAINT fk_events_interviews FOREIGN KEY(interview_id) REFERENCES interviews (id), 
	CONSTRAINT uq_events_interview_id_origin_message_origin_revision UNIQUE (interview_id, origin_message, origin_revision)
);
INSERT INTO "events" VALUES('9hd58vj9',1,'InterviewRequested',1,'2026-01-05 09:00:00.000000',NULL,NULL,'{"by":{"id":"script","name":"Scripted candidate","role":"candidate"},"origin":null,"setup":{"type":"behavioral","pattern":null,"level":"medium","questions":2,"minutes":60.0,"hints":true,"persona":"neutral","language":"en","code_language":"python","topics":[],"seed":7,"patience":{"nudge_s":90.0,"nudge_coding_s":600.0,"nudges":2,"away_s":1200.0,"wrap_up_s":300.0}},"place":{"kind":"terminal","id":"terminal"}}');
INSERT INTO "events" VALUES('9hd58vj9',2,'InterviewOpened',1,'2026-01-05 09:00:00.000000',NULL,NULL,'{"pattern":{"id":"general","name":"General","about":"No particular company: a bit of everything, each axis weighing the same.","minutes":60,"mix":{"coding":40,"concepts":20,"system_design":20,"behavioral":20},"weights":{"problem_solving":25,"technical":25,"communication":25,"verification":25},"looks_for":["Thinks aloud, answers to the point, and checks its own work."]},"plan":[{"type":"behavioral","is_challenge":false},{"type":"behavioral","is_challenge":false}],"avoid":[],"follow_ups":2,"text":"Welcome, and thank you for joining. We have 60 minutes and two behavioral questions. Please think aloud where it helps, so that I can follow your reasoning."}');
INSERT INTO "events" VALUES('9hd58vj9',3,'QuestionAsked',1,'2026-01-05 09:00:00.000000',NULL,NULL,'{"number":1,"question":{"id":"prioritising-under-pressure","type":"behavioral","level":"medium","title":"Prioritising under pressure","topics":["prioritisation","delivery"],"ask":"Tell me about a time when far more landed on your desk than you could do. How did you decide?","rephrased":"Said differently: think of weeks in which you could not do everything. How did you choose what to do and what not?","reference":"Two months before the end of a year I was the only engineer left on our backend, because two were ill and one had resigned. In the\nsame week I got a security patch, a migration, an integration that had been promised to a customer, and eleven smaller requests:\nabout twelve weeks of work for six weeks of time, and all of it was mine. I spent the first morning on a list with three columns: the\nhard date if there was one, what damage it would do to wait, and the effort. Patch and migration had real damage behind them;\nthe integration was loud, but one call with the customer showed that it could wait until February. I took the list to the heads of\nproduct and sales, named what I would not do, and asked them to overrule me there and then. They swapped one item. The rest I\npostponed, and I told everyone who had asked when they would hear from me again. Every Friday I went through the list afresh, and\nwhen a bug in payments came up I moved two items down rather than squeeze it in. The patch was out in two days, the migration\nfinished four days early, and nobody missed nine of those eleven requests. I learned that a no with a reason, said\nearly, costs less trust than a yes that comes late.","criteria":[{"axis":"problem_solving","shows":"Ranks by consequences instead of by loudness, and ranks again when things change."},{"axis":"communication","shows":"Says no early with reasons, and makes the order visible to those concerned."},{"axis":"verification","shows":"Checks claims of urgency and looks back at whether the choice was right."}],"points":[{"id":"the-pile","says":"The candidate shows what came together, and that it was theirs to deal with.","cues":["short staffed","resigned","all at once","same week","were ill","only engineer left","too many requests","weeks of work","competing","same deadline","parental leave"],"ask":"What was on the pile, and how much of it was really yours?","weight":1},{"id":"yardstick","says":"The candidate ranked by a rule: consequences, fixed dates and effort, not by who was loudest.","cues":["impact","urgent versus important","hard date","fixed date","effort","damage","risk of waiting","cost of delay","revenue","could wait","blocked others","matrix","ranked"],"ask":"By what measure did one thing come before another?","weight":3},{"id":"order-agreed","says":"The candidate made the order visible and had it agreed with those who had a stake.","cues":["took the list to","asked my manager","stakeholders","overrule me","aligned","transparent","told everyone","set expectations","weekly update","visible board","agreed on the order","made it visible"],"ask":"Who else had a say in that order?","weight":2},{"id":"turned-away","says":"The candidate turned something away or put it off on purpose.","cues":["pushed back","postponed","declined","put on hold","delegated","deferred","turned down","moved down","let it slip"],"ask":"What fell off the table, and how did its owner hear about it?","weight":2},{"id":"result","says":"The candidate says what got done, when, and what became of the rest.","cues":["days early","percent","shipped","finished","met the deadline","delivered","went live","out in two days","nobody missed","days late"],"ask":"How did it come out, for what you did and for what you left?","weight":2},{"id":"learning","says":"The candidate keeps a practice or an insight from it.","cues":["I learned","taught me","next time","looking back","in hindsight","took away","less trust","habit","learnt","ever since","lesson"],"ask":"What do you still do today because of those weeks?","weight":1}],"follow_ups":[{"id":"chose-wrong","kind":"claim","ask":"You turned things away. Was there one among them where that was the wrong call?","when":["pushed back","postponed","declined","put on hold","deferred","turned down"]},{"id":"urgent-again","kind":"edge_case","ask":"In the middle of all that something new comes in, and everybody calls it urgent. What do you do with it?","when":[]},{"id":"clear-head","kind":"depth","ask":"How did the pressure show in your own work, and what did you do against that?","when":[]},{"id":"all-of-it","kind":"alternative","ask":"Suppose your boss had said that all of it must be done, full stop. What would have been your answer?","when":[]}],"hints":["Name the pile. Three or four things that could not all be done make the story concrete.","The interesting part is the rule by which one thing came before another, and what you did with the losers.","Take me through the pile, your yardstick, who agreed to the order, what you turned away and how, what got done, and what you have kept doing."]},"task":null,"lead":""}');
INSERT INTO "events" VALUES('9hd58vj9',4,'AnswerGiven',1,'2026-01-05 09:00:22.250000','d6bdc407-1',0,'{"by":{"id":"script","name":"Scripted candidate","role":"candidate"},"origin":{"message":"d6bdc407-1","revision":0},"text":"At my last company I led the migration of our billing system: three people, four months, no lost invoice. I drew the plan, and when the second cut-over failed I rolled it back within ten minutes.","spoken":false}');
INSERT INTO "events" VALUES('9hd58vj9',5,'AnswerUnderstood',1,'2026-01-05 09:00:22.250000',NULL,NULL,'{"turn":"t3","reading":{"intent":"answer","depth":"thin","covered":[],"heard":[],"quote":"","words":37}}');
INSERT INTO "events" VALUES('9hd58vj9',6,'MoveChosen',1,'2026-01-05 09:00:22.250000',NULL,NULL,'{"move":"follow_up","because":"the answer leaves something open","cue":null,"idea":{"id":"point:yardstick","kind":"depth","text":"By what measure did one thing come before another?","quote":""},"closing":null}');
INSERT INTO "events" VALUES('9hd58vj9',7,'FollowedUp',1,'2026-01-05 09:00:22.250000',NULL,NULL,'{"idea":{"id":"point:yardstick","kind":"depth","text":"By what measure did one thing come before another?","quote":""},"lead":"I have a further question here."}');
INSERT INTO "events" VALUES('9hd58vj9',8,'HintAsked',1,'2026-01-05 09:00:28.666667','d6bdc407-2',0,'{"by":{"id":"script","name":"Scripted candidate","role":"candidate"},"origin":{"message":"d6bdc407-2","revision":0}}');
INSERT INTO "events" VALUES('9hd58vj9',9,'MoveChosen',1,'2026-01-05 09:00:28.666667',NULL,NULL,'{"move":"hint","because":"a hint was asked for","cue":null,"idea":null,"closing":null}');
INSERT INTO "events" VALUES('9hd58vj9',10,'HintGiven',1,'2026-01-05 09:00:28.666667',NULL,NULL,'{"rung":1,"text":"Name the pile. Three or four things that could not all be done make the story concrete.","lead":"Consider the following."}');
INSERT INTO "events" VALUES('9hd58vj9',11,'AnswerGiven',1,'2026-01-05 09:00:41.833334','d6bdc407-3',0,'{"by":{"id":"script","name":"Scripted candidate","role":"candidate"},"origin":{"message":"d6bdc407-3","revision":0},"text":"We measured every night how many invoices differed, and went on only when it was none.","spoken":false}');
INSERT INTO "events" VALUES('9hd58vj9',12,'AnswerUnderstood',1,'2026-01-05 09:00:41.833334',NULL,NULL,'{"turn":"t7","reading":{"intent":"answer","depth":"thin","covered":[],"heard":[],"quote":"","words":16}}');
INSERT INTO "events" VALUES('9hd58vj9',13,'MoveChosen',1,'2026-01-05 09:00:41.833334',NULL,NULL,'{"move":"follow_up","because":"the answer leaves something open","cue":null,"idea":{"id":"point:order-agreed","kind":"depth","text":"Who else had a say in that order?","quote":""},"closing":null}');
INSERT INTO "events" VALUES('9hd58vj9',14,'FollowedUp',1,'2026-01-05 09:00:41.833334',NULL,NULL,'{"idea":{"id":"point:order-agreed","kind":"depth","text":"Who else had a say in that order?","quote":""},"lead":"I would like to look at one more aspect of this."}');
INSERT INTO "events" VALUES('9hd58vj9',15,'ConfidenceGiven',1,'2026-01-05 09:00:48.916667','d6bdc407-4',0,'{"by":{"id":"script","name":"Scripted candidate","role":"candidate"},"origin":{"message":"d6bdc407-4","revision":0},"value":4}');
INSERT INTO "events" VALUES('9hd58vj9',16,'MoveChosen',1,'2026-01-05 09:00:48.916667',NULL,NULL,'{"move":"reply","because":"confidence was given","cue":"noted","idea":null,"closing":null}');
INSERT INTO "events" VALUES('9hd58vj9',17,'Said',1,'2026-01-05 09:00:48.916667',NULL,NULL,'{"text":"Noted: 4 of 5. The report will show how well you judged yourself.","cue":"noted","audience":"everyone"}');
INSERT INTO "events" VALUES('9hd58vj9',18,'PauseAsked',1,'2026-01-05 09:00:55.416667','d6bdc407-5',0,'{"by":{"id":"script","name":"Scripted candidate","role":"candidate"},"origin":{"message":"d6bdc407-5","revision":0}}');
INSERT INTO "events" VALUES('9hd58vj9',19,'MoveChosen',1,'2026-01-05 09:00:55.416667',NULL,NULL,'{"move":"pause","because":"a pause was asked for","cue":null,"idea":null,"closing":null}');
INSERT INTO "events" VALUES('9hd58vj9',20,'InterviewPaused',1,'2026-01-05 09:00:55.416667',NULL,NULL,'{"reason":"asked","text":"We will pause here. Nothing is lost, and we can continue from this point."}');
CREATE TABLE interviews (
	id TEXT NOT NULL, 
	candidate_id TEXT NOT NULL, 
	candidate_name TEXT NOT NULL, 
	type TEXT NOT NULL, 
	pattern TEXT, 
	status TEXT NOT NULL, 
	began_at DATETIME NOT NULL, 
	used_s DOUBLE NOT NULL, 
	questions_closed INTEGER NOT NULL, 
	head INTEGER NOT NULL, 
	changed INTEGER NOT NULL, wake_at DATETIME, 
	CONSTRAINT pk_interviews PRIMARY KEY (id)
);
INSERT INTO "interviews" VALUES('9hd58vj9','script','Scripted candidate','behavioral','general','paused','2026-01-05 09:00:00.000000',55.416667,0,20,6,NULL);
CREATE TABLE waiting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	interview_id TEXT NOT NULL, 
	lane INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	origin_message TEXT, 
	origin_revision INTEGER, 
	body TEXT NOT NULL, 
	CONSTRAINT uq_waiting_interview_id_origin_message_origin_revision UNIQUE (interview_id, origin_message, origin_revision)
);
CREATE INDEX ix_interviews_candidate_id_changed ON interviews (candidate_id, changed);
CREATE INDEX ix_interviews_changed ON interviews (changed);
CREATE INDEX ix_asked_candidate_id_question_id ON asked (candidate_id, question_id);
CREATE INDEX ix_interviews_wake_at ON interviews (wake_at);
CREATE INDEX ix_waiting_interview_id_lane_id ON waiting (interview_id, lane, id);
CREATE INDEX ix_deliveries_underway ON deliveries (place_kind, place_id, id) WHERE platform_id IS NULL;
DELETE FROM "sqlite_sequence";
COMMIT;
