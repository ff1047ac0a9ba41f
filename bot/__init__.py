"""The composition root: the only place that knows which class stands behind which port."""
