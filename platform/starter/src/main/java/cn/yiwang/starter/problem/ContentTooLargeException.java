package cn.yiwang.starter.problem;

import java.io.IOException;

/** A body whose length was not announced turned out to be longer than the service reads (413). */
public final class ContentTooLargeException extends IOException {

    public ContentTooLargeException() {
        super("The body is too large");
    }
}
