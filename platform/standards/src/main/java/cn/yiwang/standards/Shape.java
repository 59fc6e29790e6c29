package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;
import cn.yiwang.standards.InvalidCodeException.Reason;
import java.util.regex.Pattern;

/** The first checks of every code: its length, then the characters it may consist of, then their arrangement. */
record Shape(Kind kind, int length, Pattern characters, Pattern structure) {

    static Shape of(Kind kind, int length, String characters, String structure) {
        return new Shape(kind, length, Pattern.compile(characters), Pattern.compile(structure));
    }

    void check(String value) {
        require(value.length() == length, Reason.LENGTH);
        require(characters.matcher(value).matches(), Reason.CHARACTER);
        require(structure.matcher(value).matches(), Reason.STRUCTURE);
    }

    void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new InvalidCodeException(kind, otherwise);
        }
    }
}
