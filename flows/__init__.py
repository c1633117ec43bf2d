"""When: order, schedule, retries, approval, and the command line. The only room that knows Prefect."""
