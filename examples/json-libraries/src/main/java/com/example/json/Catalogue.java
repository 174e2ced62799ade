package com.example.json;

import java.util.List;
import java.util.Map;

/** A page of a shop's catalogue, as its web service answers it. */
public record Catalogue(
        String shop, String currency, String generatedAt, Page page, List<Category> categories, List<Product> products) {

    /** The same page with its first products only. */
    public Catalogue first(int count) {
        return new Catalogue(shop, currency, generatedAt, page, categories, List.copyOf(products.subList(0, count)));
    }

    public record Page(int number, int size, int total) {}

    public record Category(String id, String title, double vatPercent) {}

    public record Product(
            String id,
            String name,
            String category,
            String description,
            boolean available,
            Double weightKg,
            String addedAt,
            List<String> tags,
            Map<String, String> attributes,
            List<Variant> variants,
            List<Review> reviews) {}

    public record Variant(String sku, String colour, double price, int stock) {}

    public record Review(String author, int stars, String written, String text, int helpful) {}
}
