# A thin front: CMake builds, the program makes the booklet.
BUILD ?= build
BOOKLET ?= content/als-exploration
CMAKE_FLAGS ?=

.PHONY: all help deps build test bless check book bench asan format lint release
all: book

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

deps: ## install the Debian packages that are missing
	@tools/deps

build: ## build/bifolio
	@tools/deps --check || tools/deps
	@test -f $(BUILD)/build.ninja || cmake -S . -B $(BUILD) -G Ninja $(CMAKE_FLAGS)
	@cmake --build $(BUILD)

book: build ## make the ALS booklet into output/preview/
	@$(BUILD)/bifolio build $(BOOKLET)

check: build ## check the booklet: citations, links, tables
	@$(BUILD)/bifolio check $(BOOKLET)

test: build ## all tests
	@ctest --test-dir $(BUILD) -j$$(nproc) --output-on-failure --no-tests=error

bless: build ## rewrite the expectations of all cases; read the diff
	@BIFOLIO_BLESS=1 ctest --test-dir $(BUILD) -E 'browser|conformance' --output-on-failure; git diff --stat tests

bench: build ## speed and memory, as ratios in one run
	@cmake --build $(BUILD) --target bench

asan: ## all tests with the address and undefined-behaviour sanitizers
	@ulimit -s 262144; LSAN_OPTIONS=suppressions=$(CURDIR)/tests/lsan.supp $(MAKE) test BUILD=build-asan CMAKE_FLAGS=-DBIFOLIO_SANITIZE=ON

format: ## clang-format
	@git ls-files '*.cpp' '*.h' | xargs clang-format -i

lint: build ## clang-tidy over the generator
	@cmake -S . -B $(BUILD) -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null
	@git ls-files 'generator/*.cpp' | xargs clang-tidy -p $(BUILD) --quiet
