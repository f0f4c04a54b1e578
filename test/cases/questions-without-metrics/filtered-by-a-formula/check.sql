select 'south' as customers__region
