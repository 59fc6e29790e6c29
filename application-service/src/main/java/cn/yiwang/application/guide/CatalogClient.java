package cn.yiwang.application.guide;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The one question that this service asks the catalog. */
@FeignClient(name = "catalog-service")
interface CatalogClient {

    /** The version in force on an ISO day; 404 when the item is unknown or none is in force. */
    @GetMapping("/api/v1/items/{itemCode}")
    Guide inForce(@PathVariable("itemCode") String itemCode, @RequestParam("on") String day);
}
