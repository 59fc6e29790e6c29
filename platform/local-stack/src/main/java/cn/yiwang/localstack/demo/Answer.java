package cn.yiwang.localstack.demo;

import tools.jackson.databind.JsonNode;

/**
 * What came back from a call.
 *
 * @param tag the ETag, or an empty text
 */
record Answer(int status, String tag, JsonNode body) {

    String text(String field) {
        return body.path(field).asString("");
    }

    JsonNode at(String pointer) {
        return body.at(pointer);
    }
}
