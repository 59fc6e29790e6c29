package cn.yiwang.application.number;

import java.time.LocalDate;

/** Gives applications their number (办件编号). A region with a pattern of its own replaces this bean. */
public interface ApplicationNumbers {

    /**
     * A number nobody else has, for an item of this implementation code handed in on this day. Numbers that end up unused leave gaps,
     * which is allowed. Must be called outside a business transaction.
     */
    String next(String implementationCode, LocalDate day);

    /** Whether a text from outside could be a number of this pattern at all. */
    boolean isPlausible(String text);
}
