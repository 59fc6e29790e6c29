package cn.yiwang.certificate.type;

import cn.yiwang.certificate.holder.HolderKind;
import cn.yiwang.standards.LicenceNumber;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the number printed on a certificate is composed. The serial is unique within {@link #series}; {@link #number} puts it in
 * place.
 */
public enum NumberRule {
    /** 药品经营和使用质量监督管理办法 76: 湘, form of business, legal person or not, telephone area, serial. */
    DRUG_OPERATION {
        @Override
        public String series(NumberRequest request) {
            return "drug-operation:" + form(request) + legalPerson(request)
                    + request.prefecture().area();
        }

        @Override
        public String number(NumberRequest request, long serial) {
            return "湘" + form(request) + legalPerson(request)
                    + request.prefecture().area() + digits(6, serial);
        }

        /** A for wholesale, D for a single retail shop: the item tells them apart. */
        private static String form(NumberRequest request) {
            String form = DRUG_FORMS.get(request.item().baseCode().value());
            if (form == null) {
                throw new NumberNotComposableException("The item neither sells drugs wholesale nor retail");
            }
            return form;
        }

        private static String legalPerson(NumberRequest request) {
            return request.holder().kind() == HolderKind.ORGANIZATION ? "A" : "B";
        }
    },
    /** JY and a check digit; the form of business is a line of the certificate. */
    FOOD_OPERATION {
        @Override
        public String series(NumberRequest request) {
            return "food-operation:" + form(request) + request.division();
        }

        @Override
        public String number(NumberRequest request, long serial) {
            return LicenceNumber.foodOperation(form(request), request.division(), within(serial, 999_999))
                    .value();
        }

        private static int form(NumberRequest request) {
            String form = request.field("主体业态");
            if (form.contains("食堂")) {
                return 3;
            }
            if (form.contains("餐饮")) {
                return 2;
            }
            if (form.contains("销售")) {
                return 1;
            }
            throw new NumberNotComposableException("主体业态 is neither selling nor catering nor a canteen");
        }
    },
    /** 湘, prefecture, 药监械经营许, year, serial of the year. */
    DEVICE_OPERATION {
        @Override
        public String series(NumberRequest request) {
            return "device-operation:" + request.prefecture().name() + ":"
                    + request.issuedOn().getYear();
        }

        @Override
        public String number(NumberRequest request, long serial) {
            String prefecture = request.prefecture() == Prefecture.HUNAN
                    ? ""
                    : request.prefecture().shortName();
            return "湘" + prefecture + "药监械经营许" + request.issuedOn().getYear() + digits(4, serial) + "号";
        }
    },
    /** SC and a check digit; the class of food is a line of the certificate. */
    FOOD_PRODUCTION {
        @Override
        public String series(NumberRequest request) {
            return "food-production:" + category(request) + request.division();
        }

        @Override
        public String number(NumberRequest request, long serial) {
            return LicenceNumber.foodProduction(category(request), request.division(), within(serial, 9_999))
                    .value();
        }

        private static String category(NumberRequest request) {
            String category = request.field("食品类别编码");
            if (!CATEGORY.matcher(category).matches()) {
                throw new NumberNotComposableException("食品类别编码 is no class of food");
            }
            return category;
        }
    };

    /** Food 1 with class 01 to 31, additives 2 with class 01 to 03. */
    private static final Pattern CATEGORY = Pattern.compile("1(?:0[1-9]|[12]\\d|3[01])|20[1-3]");

    private static final Map<String, String> DRUG_FORMS = Map.of("000172004000", "A", "000172005000", "D");

    /** The name of the counter that the serial comes from, at most 60 ascii characters. */
    public abstract String series(NumberRequest request);

    /**
     * The number.
     *
     * @throws NumberNotComposableException when the request lacks a part of it, or the serials have run out
     */
    public abstract String number(NumberRequest request, long serial);

    private static String digits(int width, long serial) {
        return String.format(Locale.ROOT, "%0" + width + "d", serial);
    }

    private static int within(long serial, int largest) {
        if (serial > largest) {
            throw new NumberNotComposableException("All " + largest + " numbers of this series are given");
        }
        return Math.toIntExact(serial);
    }
}
