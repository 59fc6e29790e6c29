package cn.yiwang.catalog.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that stored guides may lack because they are older than the element. */
final class Absent {

    private Absent() {}

    static <T> List<T> asEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
