package cn.yiwang.catalog.baseitem;

import cn.yiwang.catalog.standard.Standard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts in force the standards with which a catalog begins. */
@Service
public class FirstStandards {

    private final BaseItems items;

    FirstStandards(BaseItems items) {
        this.items = items;
    }

    /** Publishes the first standard of a known base item; one that has any standard keeps it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(String baseCode, Standard standard, String editor, String publisher) {
        var item = items.findForChange(baseCode)
                .orElseThrow(() -> new IllegalArgumentException("no base item " + baseCode));
        if (items.find(item, 1).isPresent()) {
            return;
        }
        var version = items.open(item, standard, editor);
        items.publish(item, items.find(item, version).orElseThrow(), publisher, 1);
    }
}
