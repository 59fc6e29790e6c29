package cn.yiwang.exchange;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts data-exchange-service. */
@SpringBootApplication
public class DataExchangeService {

    public static void main(String[] args) {
        SpringApplication.run(DataExchangeService.class, args);
    }
}
