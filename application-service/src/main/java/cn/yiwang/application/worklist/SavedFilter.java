package cn.yiwang.application.worklist;

import java.util.UUID;

/** A filter that somebody keeps under a name, for one of their desks. */
record SavedFilter(UUID id, String name, String role, Filter filter) {}
