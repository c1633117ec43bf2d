"""The commands, in the order of `acreage --help`: a file each, `add_options(parser)` and `run(options)`."""

COMMANDS: dict[str, str] = {
    "init": "flows.commands.init",
    "doctor": "flows.commands.doctor",
    "week": "flows.commands.week",
    "topics": "flows.commands.topics",
    "calendar": "flows.commands.calendar",
    "review": "flows.commands.review",
    "publish": "flows.commands.publish",
    "verify": "flows.commands.verify",
    "withdraw": "flows.commands.withdraw",
    "refresh": "flows.commands.refresh",
    "site": "flows.commands.site",
    "wordpress": "flows.commands.wordpress",
    "serve": "flows.commands.serve",
    "facts": "flows.commands.facts",
    "check": "flows.commands.check",
    "score": "flows.commands.score",
    "bench": "flows.commands.bench",
    "judge": "flows.commands.judge",
    "proofreader": "flows.commands.proofreader",
    "keywords": "flows.commands.keywords",
    "cluster": "flows.commands.cluster",
}
"""Command -> module. What it needs is imported when it runs: `score` starts without Prefect or a database."""
