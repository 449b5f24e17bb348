drop table competing_claim;
