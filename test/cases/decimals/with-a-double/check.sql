select kind as money__kind, sum(amount::double * weight) as weighted from money group by kind order by kind
