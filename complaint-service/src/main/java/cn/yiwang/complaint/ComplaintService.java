package cn.yiwang.complaint;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts complaint-service. */
@SpringBootApplication
public class ComplaintService {

    public static void main(String[] args) {
        SpringApplication.run(ComplaintService.class, args);
    }
}
