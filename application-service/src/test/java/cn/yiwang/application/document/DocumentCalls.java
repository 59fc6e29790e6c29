package cn.yiwang.application.document;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.handling.Calls;
import cn.yiwang.testsupport.Persona;

/** The calls that make documents by hand. */
public final class DocumentCalls {

    private DocumentCalls() {}

    public static Calls.Answer make(Calls calls, Persona who, String id, String etag, String kind, String contents) {
        return calls.send(
                post(Calls.ROOT + "/" + id + "/documents"),
                who,
                etag,
                "{\"kind\": \"" + kind + "\", \"contents\": " + contents + "}");
    }
}
