package cn.yiwang.catalog.transfer.content;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item as the file wants it.
 *
 * @param guide what the file says of the guide
 * @param named the elements of the guide that the file speaks of; the others stay as the catalog has them
 */
public record ProposedItem(ItemHead head, ObjectNode guide, Set<String> named, Places places) {

    /** Where the parts of this item stand in the file. */
    public interface Places {

        /** The place of a part of the guide: names, and positions in lists. */
        Place of(List<Object> path);

        /** The place of a column of the head. */
        Place ofHead(String column);
    }
}
