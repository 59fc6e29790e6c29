package cn.yiwang.catalog.snapshot;

import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole published catalog, for everybody who keeps a copy. */
@RestController
@Tag(name = "snapshot")
class SnapshotController {

    private final CatalogSnapshot snapshot;

    SnapshotController(CatalogSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Operation(summary = "Every published item with its guide versions, in pages", description = """
                    To begin a copy: start to collect the events of yiwang.catalog (or note the end of the feed), read all pages, \
                    then take the events from where you started and apply those whose sequence is higher than the entry's of the \
                    same subject; an item without an entry counts as 0. Nothing is missed and nothing is done twice, whatever is \
                    published meanwhile.""")
    @GetMapping("/api/v1/catalog-snapshot")
    Page<SnapshotEntry> read(PageRequest page) {
        return snapshot.read(page);
    }
}
