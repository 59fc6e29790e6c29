package cn.yiwang.catalog;

import cn.yiwang.starter.identity.PublicEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What everybody may read without a token: the law demands that guides are public (行政许可法 30). */
@Configuration(proxyBeanMethods = false)
class PublicRoutes {

    @Bean
    PublicEndpoint itemSearchIsPublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items");
    }

    @Bean
    PublicEndpoint suggestionsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/item-suggestions");
    }

    @Bean
    PublicEndpoint everybodyCountsForTheSearchReport() {
        return new PublicEndpoint(HttpMethod.POST, "/api/v1/search-clicks");
    }

    @Bean
    PublicEndpoint itemsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items/{itemCode}");
    }

    @Bean
    PublicEndpoint itemVersionsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items/{itemCode}/versions/{version}");
    }

    @Bean
    PublicEndpoint situationsArePublic() {
        return new PublicEndpoint(HttpMethod.POST, "/api/v1/items/{itemCode}/situations");
    }

    @Bean
    PublicEndpoint formsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items/{itemCode}/form");
    }

    @Bean
    PublicEndpoint lawsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/laws");
    }

    @Bean
    PublicEndpoint lawIsPublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/laws/{lawId}");
    }

    @Bean
    PublicEndpoint divisionsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/divisions");
    }

    @Bean
    PublicEndpoint bodiesArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/bodies");
    }

    @Bean
    PublicEndpoint itemStatesArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items/{itemCode}/state");
    }

    @Bean
    PublicEndpoint differencesArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items/{itemCode}/differences");
    }

    @Bean
    PublicEndpoint catalogSnapshotIsPublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/catalog-snapshot");
    }

    @Bean
    PublicEndpoint directoriesArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/directories/{kind}");
    }

    @Bean
    PublicEndpoint entriesOfTheNegativeListArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/directories/negative-list/{code}");
    }

    @Bean
    PublicEndpoint baseItemsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/base-items/{code}");
    }

    @Bean
    PublicEndpoint implementationsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/implementations/{code}");
    }

    @Bean
    PublicEndpoint successionsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/successions/{id}");
    }

    @Bean
    PublicEndpoint documentsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/documents");
    }

    @Bean
    PublicEndpoint eachDocumentIsPublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/documents/{documentId}");
    }

    @Bean
    PublicEndpoint documentsOfItemsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items/{itemCode}/documents");
    }

    @Bean
    PublicEndpoint flowChartsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items/{itemCode}/flow-chart");
    }

    @Bean
    PublicEndpoint guidePagesArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items/{itemCode}/guide-page");
    }

    @Bean
    PublicEndpoint guidePagesAsPdfArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/items/{itemCode}/guide-page.pdf");
    }

    @Bean
    PublicEndpoint publishedExportsArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/catalog-exports");
    }

    @Bean
    PublicEndpoint packagesArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/one-things");
    }

    @Bean
    PublicEndpoint packageIsPublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/one-things/{code}");
    }

    @Bean
    PublicEndpoint formsOfPackagesArePublic() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/one-things/{code}/form");
    }

    @Bean
    PublicEndpoint situationsOfPackagesArePublic() {
        return new PublicEndpoint(HttpMethod.POST, "/api/v1/one-things/{code}/situations");
    }
}
