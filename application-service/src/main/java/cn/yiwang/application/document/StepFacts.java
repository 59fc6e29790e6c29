package cn.yiwang.application.document;

import cn.yiwang.application.handling.CaseFile;
import cn.yiwang.application.handling.HistoryEntry;

/** Whoever keeps what a step decided lends it to the step's documents. */
public interface StepFacts {

    /** Adds what belongs to this line of the history; {@code when} chooses between documents of one step. */
    void add(CaseFile file, HistoryEntry entry, Facts facts);
}
