package cn.yiwang.certificate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts certificate-service. */
@SpringBootApplication
public class CertificateService {

    public static void main(String[] args) {
        SpringApplication.run(CertificateService.class, args);
    }
}
