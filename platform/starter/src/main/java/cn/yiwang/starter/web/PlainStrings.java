package cn.yiwang.starter.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Refuses strings that no column would store as they came: control characters other than tab and line ends, halves of
 * surrogate pairs, non-characters. {@link PlainText} is stricter where it is used; this catches the forgotten field.
 */
final class PlainStrings extends StdScalarDeserializer<String> {

    PlainStrings() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !isStorable(text)) {
            return (String)
                    context.handleWeirdStringValue(String.class, "", "contains characters that are not allowed");
        }
        return text;
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 ? c != '\n' && c != '\r' && c != '\t' : c >= 0x7f && !isStorable(text, i, c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return true;
    }

    private static boolean isStorable(String text, int index, char c) {
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        return !Character.isLowSurrogate(c) && !Character.isISOControl(c) && c != '\uFFFE' && c != '\uFFFF';
    }
}
