package cn.yiwang.exchange;

import cn.yiwang.testsupport.Topics;
import java.util.UUID;

/** Publishes events as the owners of the topics do. */
public final class Owners {

    private Owners() {}

    /** Publishes one event and returns its id. */
    public static String publish(String owner, String what, String subject, long sequence) {
        String id = UUID.randomUUID().toString();
        String type = "cn.yiwang." + owner + "." + what + ".v1";
        Topics.publish("yiwang." + owner, """
                {"specversion":"1.0","id":"%s","source":"/yiwang/%s-service","type":"%s","subject":"%s",
                 "time":"2026-11-22T08:00:00Z","datacontenttype":"application/json",
                 "dataschema":"/contracts/%s/events/%s.schema.json","sequence":"%d","data":{"sequence":%d}}""".formatted(id, owner, type, subject, owner, type, sequence, sequence));
        return id;
    }
}
