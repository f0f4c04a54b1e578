select customer_id as customers__customer_id from customers where joined_on >= '2024-02-01' and joined_on < '2024-03-01' order by 1
