package cn.yiwang.catalog.item;

import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Hands out the item that a member of staff wants to work on. */
@Component
class ItemDesk {

    private final Items items;

    ItemDesk(Items items) {
        this.items = items;
    }

    BusinessItem itemFor(String itemCode, Actor actor) {
        var item =
                items.find(itemCode).orElseThrow(() -> new ProblemException(CatalogProblem.ITEM_NOT_FOUND, itemCode));
        if (!CatalogRights.mayWorkOn(actor, item)) {
            throw new ProblemException(CatalogProblem.GUIDE_OF_ANOTHER_BODY, item.bodyName());
        }
        return item;
    }
}
