"""What is kept: released manifests, document schemas, and the controlled tables that policies link to.

Takes text that others have read (manifests, procedures, signal tables, JSON documents); gives typed records
and diagnostics. Never reads or writes a file of the project, never decides a verdict, and never fills in
what a document leaves out.
"""
