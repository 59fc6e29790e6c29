package cn.yiwang.exchange;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts data-exchange-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DataExchangeService {

    public static void main(String[] args) {
        SpringApplication.run(DataExchangeService.class, args);
    }
}
