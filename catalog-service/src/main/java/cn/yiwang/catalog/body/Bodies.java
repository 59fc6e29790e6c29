package cn.yiwang.catalog.body;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The register of bodies. */
public interface Bodies {

    /** The names of the bodies with these codes; codes that the register doesn't know are absent. */
    Map<String, String> names(Iterable<String> codes);

    /**
     * At most {@code limit} bodies in the order of their codes, after the given code.
     *
     * @param division a division code, or null for bodies of all divisions
     */
    List<Body> list(@Nullable String division, @Nullable String after, int limit);

    /** Enters a body unless its code is there already. */
    void add(Body body);
}
