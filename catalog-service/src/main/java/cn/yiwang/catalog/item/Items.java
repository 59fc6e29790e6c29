package cn.yiwang.catalog.item;

import java.util.Optional;

/** The business items of the catalog. */
public interface Items {

    /** Finds an item by its code of 33 characters; any other text finds nothing. */
    Optional<BusinessItem> find(String itemCode);

    /** Finds an item of which no code is known, by the body and the name. */
    Optional<BusinessItem> findWithoutCode(String bodyCode, String name);

    /** Enters an item that is not there yet. */
    BusinessItem add(NewItem item);
}
