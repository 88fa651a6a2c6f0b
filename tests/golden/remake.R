#!/usr/bin/env Rscript
# Recomputes the expected values in vectors/*.json from the inputs of each case,
# with R and its packages `survey`, `psych` and `jsonlite`.
#
#   Rscript remake.R            check: exit code 1 when a value disagrees
#   Rscript remake.R --write    rewrite the files with the values R gives
#
# `dates.json` belongs to remake.py. README.md states the agreement rule.

suppressPackageStartupMessages({
  library(jsonlite)
  library(survey)
})

methods <- list()

# Small helpers -----------------------------------------------------------------

orElse <- function(value, default) if (is.null(value)) default else value
twoSidedZ <- function(confidence) qnorm((1 + confidence) / 2)
twoSidedP <- function(z) 2 * pnorm(-abs(z))
clip <- function(x, low, high) pmin(pmax(x, low), high)
indicesFrom0 <- function(condition) which(condition) - 1

# Limits of an interval on the -100..100 scale, as they come and clipped.
pointLimits <- function(lower, upper) list(
  lower = lower, upper = upper,
  lowerClipped = clip(lower, -100, 100), upperClipped = clip(upper, -100, 100)
)

confidenceLimits <- function(test) list(lower = test$conf.int[1], upper = test$conf.int[2])

# Net Promoter Score ------------------------------------------------------------
# Every answer becomes -100, 0 or 100 points; the score is their mean.

countNames <- c("detractors", "passives", "promoters")
countVector <- function(counts) unlist(counts[countNames])
pointsOfCounts <- function(counts) rep(c(-100, 0, 100), countVector(counts))
pointsOfScores <- function(scores, detractorMax = 6, passiveMax = 8)
  c(-100, 0, 100)[findInterval(scores, c(detractorMax, passiveMax), left.open = TRUE) + 1]
scoreOf <- function(y) sum(y) / length(y)
varPopulation <- function(y) mean((y - scoreOf(y))^2)

# Variance of one answer in points squared: p + d - (p - d)^2 on the -1..1 scale,
# Rocks (2016), The American Statistician 70(4), written without cancellation.
npsVariance <- function(counts) {
  share <- unname(counts / sum(counts))
  1e4 * ((share[3] + share[1]) * share[2] + 4 * share[3] * share[1])
}
npsOf <- function(counts) unname(100 * (counts[3] - counts[1]) / sum(counts))

describePoints <- function(y) list(
  n = length(y), nps = scoreOf(y),
  promotersPct = 100 * mean(y == 100),
  passivesPct = 100 * mean(y == 0),
  detractorsPct = 100 * mean(y == -100),
  varPopulation = varPopulation(y), varSample = var(y),
  sePopulation = sqrt(varPopulation(y) / length(y)), seSample = sqrt(var(y) / length(y))
)

methods[["nps.score.counts"]] <- function(input, options) describePoints(pointsOfCounts(input))

methods[["nps.score.raw"]] <- function(input, options) {
  scores <- input$scores[!is.na(input$scores)]
  y <- pointsOfScores(scores, options$detractorMax, options$passiveMax)
  c(describePoints(y), list(
    missing = sum(is.na(input$scores)),
    detractors = sum(y == -100), passives = sum(y == 0), promoters = sum(y == 100),
    meanScore = mean(scores)
  ))
}

# Wald interval with the population variance; `pseudo` counts are added first.
# Rocks (2016): 3/4, 3/2, 3/4 makes it the adjusted Wald interval.
waldInterval <- function(input, options) {
  counts <- countVector(input)
  added <- if (is.null(options$pseudo)) counts else counts + countVector(options$pseudo)
  se <- sqrt(npsVariance(added) / sum(added))
  critical <- twoSidedZ(options$confidence)
  c(list(nps = npsOf(counts), center = npsOf(added), se = se, critical = critical),
    pointLimits(npsOf(added) - critical * se, npsOf(added) + critical * se))
}
methods[["nps.ci.wald"]] <- waldInterval
methods[["nps.ci.adjustedWald"]] <- waldInterval

# Tango (1998), Statistics in Medicine 17, 891-908, equation 5: the score statistic
# of a difference delta, detractors and promoters being the discordant counts.
tangoStatistic <- function(delta, detractors, promoters, n) {
  A <- 2 * n
  B <- -detractors - promoters + (2 * n - promoters + detractors) * delta
  C <- -detractors * delta * (1 - delta)
  root <- sqrt(B^2 - 4 * A * C)
  q <- ifelse(B > 0, -2 * C / (root + B), (root - B) / (2 * A))
  (promoters - detractors - n * delta) / sqrt(n * (2 * q + delta * (1 - delta)))
}

# Bisection to machine precision; the statistic falls as delta grows. At delta = 1 or -1
# with all answers alike it is 0/0, and the limit is that end of the scale.
solveTango <- function(target, low, high, detractors, promoters, n) {
  for (step in 1:70) {
    middle <- (low + high) / 2
    statistic <- tangoStatistic(middle, detractors, promoters, n)
    above <- !is.nan(statistic) & statistic > target
    low <- ifelse(above, middle, low)
    high <- ifelse(above, high, middle)
  }
  (low + high) / 2
}
scoreLimits <- function(detractors, promoters, n, z) {
  observed <- (promoters - detractors) / n
  list(lower = 100 * solveTango(z, -1, observed, detractors, promoters, n),
       upper = 100 * solveTango(-z, observed, 1, detractors, promoters, n))
}
methods[["nps.ci.score"]] <- function(input, options) {
  counts <- countVector(input)
  critical <- twoSidedZ(options$confidence)
  limits <- scoreLimits(counts[1], counts[3], sum(counts), critical)
  c(list(nps = npsOf(counts), critical = critical), pointLimits(limits$lower, limits$upper))
}

methods[["nps.ci.t"]] <- function(input, options) {
  y <- pointsOfCounts(input)
  test <- t.test(y, conf.level = options$confidence)
  c(list(nps = scoreOf(y), se = test$stderr,
         critical = qt((1 + options$confidence) / 2, length(y) - 1)),
    pointLimits(test$conf.int[1], test$conf.int[2]))
}

methods[["nps.ci.waldSample"]] <- function(input, options) {
  y <- pointsOfCounts(input)
  se <- sd(y) / sqrt(length(y))
  critical <- twoSidedZ(options$confidence)
  c(list(nps = scoreOf(y), se = se, critical = critical),
    pointLimits(scoreOf(y) - critical * se, scoreOf(y) + critical * se))
}

# Two samples: the variances are not pooled. `pseudo` is added to both samples;
# `bessel` is 1 for the divisor n - 1 and 0 for the divisor n.
compareWald <- function(input, options, pseudo = c(0, 0, 0), bessel = 0) {
  a <- countVector(input$a) + pseudo
  b <- countVector(input$b) + pseudo
  diff <- npsOf(a) - npsOf(b)
  se <- sqrt(npsVariance(a) / (sum(a) - bessel) + npsVariance(b) / (sum(b) - bessel))
  z <- diff / se
  half <- twoSidedZ(options$confidence) * se
  list(npsA = npsOf(countVector(input$a)), npsB = npsOf(countVector(input$b)),
       diff = diff, se = se, z = z, pValue = twoSidedP(z),
       lower = diff - half, upper = diff + half)
}
methods[["nps.test.wald"]] <- compareWald
methods[["nps.test.adjustedWald"]] <- function(input, options)
  compareWald(input, options, pseudo = c(3 / 4, 3 / 2, 3 / 4))
methods[["nps.test.waldSample"]] <- function(input, options)
  compareWald(input, options, bessel = 1)

methods[["nps.test.welch"]] <- function(input, options) {
  a <- pointsOfCounts(input$a)
  b <- pointsOfCounts(input$b)
  test <- t.test(a, b, conf.level = options$confidence)
  c(list(diff = scoreOf(a) - scoreOf(b), se = test$stderr, t = test$statistic,
         df = test$parameter, pValue = test$p.value), confidenceLimits(test))
}

methods[["nps.test.oneSample"]] <- function(input, options) {
  y <- pointsOfCounts(input)
  diff <- scoreOf(y) - options$benchmark
  z <- diff / sqrt(varPopulation(y) / length(y))
  test <- t.test(y, mu = options$benchmark)
  list(diff = diff, z = z, pValueZ = twoSidedP(z),
       t = test$statistic, df = test$parameter, pValueT = test$p.value)
}

methods[["nps.test.paired"]] <- function(input, options) {
  before <- pointsOfScores(input$before)
  after <- pointsOfScores(input$after)
  test <- t.test(after, before, paired = TRUE, conf.level = options$confidence)
  inOrder <- function(y) factor(y, c(-100, 0, 100))
  c(list(npsBefore = scoreOf(before), npsAfter = scoreOf(after), diff = test$estimate,
         se = test$stderr, t = test$statistic, df = test$parameter, pValue = test$p.value,
         transition = unclass(table(inOrder(before), inOrder(after)))),
    confidenceLimits(test))
}

# Fisher's exact test enumerates the table, so it is left to small ones.
methods[["nps.chisq"]] <- function(input, options) {
  counts <- input$table[, colSums(input$table) > 0, drop = FALSE]
  test <- suppressWarnings(chisq.test(counts, correct = FALSE))
  n <- sum(counts)
  list(statistic = test$statistic, df = test$parameter, pValue = test$p.value,
       cramersV = sqrt(test$statistic / (n * (min(dim(counts)) - 1))),
       minExpected = min(test$expected), expectedCounts = test$expected,
       droppedEmptyColumns = ncol(input$table) - ncol(counts),
       likelihoodRatioG = 2 * sum(ifelse(counts > 0, counts * log(counts / test$expected), 0)),
       fisherP = if (n <= 200) fisher.test(counts)$p.value)
}

methods[["nps.groups"]] <- function(input, options) {
  scores <- unlist(input$groups, use.names = FALSE)
  group <- factor(rep(names(input$groups), lengths(input$groups)), names(input$groups))
  points <- pointsOfScores(scores)
  anova <- oneway.test(points ~ group, var.equal = TRUE)
  welch <- oneway.test(points ~ group)
  kruskal <- kruskal.test(scores, group)
  pairs <- combn(levels(group), 2, simplify = FALSE)
  pairwise <- sapply(pairs, function(pair)
    t.test(points[group == pair[1]], points[group == pair[2]])$p.value)
  list(npsByGroup = as.list(tapply(points, group, scoreOf)),
       anovaF = anova$statistic, anovaDf1 = anova$parameter[1],
       anovaDf2 = anova$parameter[2], anovaP = anova$p.value,
       welchF = welch$statistic, welchDf2 = welch$parameter[2], welchP = welch$p.value,
       kruskalH = kruskal$statistic, kruskalDf = kruskal$parameter, kruskalP = kruskal$p.value,
       pairs = sapply(pairs, paste, collapse = "-"), pairwiseWelchP = pairwise,
       holm = p.adjust(pairwise, "holm"), bh = p.adjust(pairwise, "BH"))
}

# Exact coverage of the 95 % intervals: the sum of the trinomial probabilities of all
# outcomes whose interval holds the true score, and the mean width after clipping.
allOutcomes <- function(n) {
  outcomes <- expand.grid(detractors = 0:n, promoters = 0:n)
  outcomes <- outcomes[rowSums(outcomes) <= n, ]
  transform(outcomes, passives = n - detractors - promoters)
}

limitsOfAllOutcomes <- function(outcomes, n, confidence) {
  z <- twoSidedZ(confidence)
  wald <- function(pseudo, critical, bessel = 0) {
    d <- outcomes$detractors + pseudo[1]
    s <- outcomes$passives + pseudo[2]
    p <- outcomes$promoters + pseudo[3]
    total <- d + s + p
    center <- 100 * (p - d) / total
    variance <- 1e4 * ((p + d) * s + 4 * p * d) / total^2
    half <- critical * sqrt(variance / (total - bessel))
    list(lower = center - half, upper = center + half)
  }
  list(wald = wald(c(0, 0, 0), z),
       waldSampleT = wald(c(0, 0, 0), qt((1 + confidence) / 2, n - 1), bessel = 1),
       adjustedWald = wald(c(3 / 4, 3 / 2, 3 / 4), z),
       adjustedWaldUniform = wald(c(1, 1, 1), z),
       score = scoreLimits(outcomes$detractors, outcomes$promoters, n, z))
}

methods[["nps.ci.coverage95"]] <- function(input, options) {
  outcomes <- allOutcomes(input$n)
  chance <- unlist(input$probabilities[countNames])
  weight <- exp(lfactorial(input$n) - rowSums(lfactorial(outcomes)) +
    rowSums(mapply(function(count, p) ifelse(count > 0, count * log(p), 0),
                   outcomes[countNames], chance)))
  truth <- 100 * unname(chance[3] - chance[1]) / sum(chance)
  lapply(limitsOfAllOutcomes(outcomes, input$n, options$confidence), function(limits) list(
    coverage = sum(weight[limits$lower <= truth & truth <= limits$upper]),
    meanWidthPoints = sum(weight * (clip(limits$upper, -100, 100) - clip(limits$lower, -100, 100)))
  ))
}

# Proportions -------------------------------------------------------------------

scoreTest <- function(...) suppressWarnings(prop.test(..., correct = FALSE))
yatesTest <- function(...) suppressWarnings(prop.test(..., correct = TRUE))

# Wilson (1927), the interval prop.test() gives without continuity correction.
methods[["prop.ci.wilson"]] <- function(input, options) c(
  list(estimate = input$successes / input$n),
  confidenceLimits(scoreTest(input$successes, input$n, conf.level = options$confidence))
)

# Agresti and Coull (1998), The American Statistician 52, 119-126.
methods[["prop.ci.agrestiCoull"]] <- function(input, options) {
  z <- twoSidedZ(options$confidence)
  n <- input$n + z^2
  center <- (input$successes + z^2 / 2) / n
  half <- z * sqrt(center * (1 - center) / n)
  list(estimate = input$successes / input$n, center = center,
       lower = center - half, upper = center + half,
       lowerClipped = clip(center - half, 0, 1), upperClipped = clip(center + half, 0, 1))
}

# Clopper and Pearson (1934).
methods[["prop.ci.clopperPearson"]] <- function(input, options) c(
  list(estimate = input$successes / input$n),
  confidenceLimits(binom.test(input$successes, input$n, conf.level = options$confidence))
)

# Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133: 0 and 1 at the edges.
methods[["prop.ci.jeffreys"]] <- function(input, options) {
  x <- input$successes
  n <- input$n
  tail <- (1 - options$confidence) / 2
  raw <- qbeta(c(tail, 1 - tail), x + 1 / 2, n - x + 1 / 2)
  list(estimate = x / n, lowerRaw = raw[1], upperRaw = raw[2],
       lower = if (x == 0) 0 else raw[1], upper = if (x == n) 1 else raw[2])
}

methods[["prop.ci.wald"]] <- function(input, options) {
  p <- input$successes / input$n
  se <- sqrt(p * (1 - p) / input$n)
  half <- twoSidedZ(options$confidence) * se
  list(estimate = p, se = se, lower = p - half, upper = p + half)
}

methods[["prop.test.oneSample"]] <- function(input, options) {
  p0 <- options$p0
  list(binomialP = binom.test(input$successes, input$n, p0)$p.value,
       scoreZ = (input$successes / input$n - p0) / sqrt(p0 * (1 - p0) / input$n),
       scoreP = scoreTest(input$successes, input$n, p0)$p.value)
}

# The "N - 1" test: Campbell (2007), Statistics in Medicine 26, 3661-3675.
methods[["prop.test.two"]] <- function(input, options) {
  x <- c(input$a$successes, input$b$successes)
  n <- c(input$a$n, input$b$n)
  diff <- x[1] / n[1] - x[2] / n[2]
  pooled <- sum(x) / sum(n)
  z <- diff / sqrt(pooled * (1 - pooled) * sum(1 / n))
  zNminus1 <- z * sqrt((sum(n) - 1) / sum(n))
  plain <- scoreTest(x, n)
  yates <- yatesTest(x, n)
  list(diff = diff, zPooled = z, pPooled = plain$p.value, chisq = plain$statistic,
       pChisqYates = yates$p.value, chisqYates = yates$statistic,
       zNminus1 = zNminus1, pNminus1 = twoSidedP(zNminus1),
       fisherP = fisher.test(rbind(x, n - x))$p.value)
}

# Newcombe (1998), Statistics in Medicine 17, 873-890, method 10;
# Agresti and Caffo (2000), The American Statistician 54, 280-288.
methods[["prop.ci.difference"]] <- function(input, options) {
  x <- c(input$a$successes, input$b$successes)
  n <- c(input$a$n, input$b$n)
  z <- twoSidedZ(options$confidence)
  difference <- function(x, n) {
    p <- x / n
    c(p[1] - p[2], z * sqrt(sum(p * (1 - p) / n)))
  }
  wald <- difference(x, n)
  caffo <- difference(x + 1, n + 2)
  p <- x / n
  wilson <- mapply(function(x, n) scoreTest(x, n, conf.level = options$confidence)$conf.int, x, n)
  list(diff = wald[1], waldLower = wald[1] - wald[2], waldUpper = wald[1] + wald[2],
       newcombeLower = wald[1] - sqrt((p[1] - wilson[1, 1])^2 + (wilson[2, 2] - p[2])^2),
       newcombeUpper = wald[1] + sqrt((wilson[2, 1] - p[1])^2 + (p[2] - wilson[1, 2])^2),
       agrestiCaffoCenter = caffo[1],
       agrestiCaffoLower = caffo[1] - caffo[2], agrestiCaffoUpper = caffo[1] + caffo[2])
}

methods[["prop.test.mcnemar"]] <- function(input, options) {
  plain <- mcnemar.test(input$table, correct = FALSE)
  corrected <- mcnemar.test(input$table, correct = TRUE)
  discordant <- c(input$table[1, 2], input$table[2, 1])
  list(chisq = plain$statistic, p = plain$p.value,
       chisqCC = corrected$statistic, pCC = corrected$p.value,
       exactP = binom.test(discordant[1], sum(discordant))$p.value)
}

methods[["prop.test.k"]] <- function(input, options) {
  test <- scoreTest(input$successes, input$n)
  trend <- prop.trend.test(input$successes, input$n)
  list(chisq = test$statistic, df = test$parameter, p = test$p.value,
       trendChisq = trend$statistic, trendP = trend$p.value)
}

adjustWith <- function(method) function(input, options)
  list(adjusted = p.adjust(input$p, method))
methods[["padjust.bonferroni"]] <- adjustWith("bonferroni")
methods[["padjust.holm"]] <- adjustWith("holm")
methods[["padjust.BH"]] <- adjustWith("BH")
methods[["padjust.hommel"]] <- adjustWith("hommel")

# Sample sizes ------------------------------------------------------------------
# Cochran (1977), Sampling Techniques, chapter 4, with the finite population correction.

finiteSize <- function(n0, population)
  if (is.null(population)) NA else n0 / (1 + (n0 - 1) / population)

sampleSizes <- function(n0, population) {
  finite <- finiteSize(n0, population)
  list(n0 = n0, n0Ceil = ceiling(n0), nFpc = finite, nFpcCeil = ceiling(finite),
       nRounded = round(finite))
}

methods[["samplesize.proportion"]] <- function(input, options) {
  z <- twoSidedZ(orElse(options$confidence, 0.95))
  sampleSizes(z^2 * input$p * (1 - input$p) / input$margin^2, input$population)
}

methods[["moe.proportion"]] <- function(input, options) {
  N <- input$population
  fpc <- if (is.null(N)) 1 else sqrt((N - input$n) / (N - 1))
  z <- twoSidedZ(options$confidence)
  list(moe = z * sqrt(input$p * (1 - input$p) / input$n) * fpc, fpc = fpc)
}

shareVariance <- function(input)
  input$promoters + input$detractors - (input$promoters - input$detractors)^2

# The adjusted Wald interval brings three answers of its own.
methods[["samplesize.nps"]] <- function(input, options) {
  variance <- shareVariance(input)
  n0 <- twoSidedZ(options$confidence)^2 * variance / (input$marginPoints / 100)^2
  c(list(variance = variance), sampleSizes(n0, input$population),
    list(nAdjustedWald = n0 - 3, nAdjustedWaldCeil = ceiling(n0 - 3)))
}

methods[["samplesize.npsTwoSample"]] <- function(input, options) {
  z <- qnorm(1 - options$alpha / 2) + qnorm(options$power)
  n <- 2 * shareVariance(input) * z^2 / (input$diffPoints / 100)^2
  list(nPerGroup = n, nPerGroupCeil = ceiling(n), nPerGroupAdjustedWald = n - 3)
}

methods[["samplesize.twoProportions"]] <- function(input, options) list(
  nPerGroup = power.prop.test(p1 = input$p1, p2 = input$p2, sig.level = options$alpha,
                              power = options$power, tol = 1e-12)$n
)

methods[["samplesize.twoMeans"]] <- function(input, options) {
  z <- qnorm(1 - options$alpha / 2) + qnorm(options$power)
  list(nPerGroup = power.t.test(delta = input$delta, sd = input$sd, sig.level = options$alpha,
                                power = options$power, tol = 1e-12)$n,
       nPerGroupNormalApprox = 2 * (z * input$sd / input$delta)^2)
}

# Cohen (1988), Statistical Power Analysis, chapter 6.
methods[["effect.cohenH"]] <- function(input, options)
  list(h = 2 * asin(sqrt(input$p1)) - 2 * asin(sqrt(input$p2)))

# Means -------------------------------------------------------------------------

methods[["describe"]] <- function(input, options) {
  x <- input$x
  q <- function(p) quantile(x, p, type = 7)
  list(n = length(x), mean = mean(x), sd = sd(x), variance = var(x),
       se = sd(x) / sqrt(length(x)), median = median(x),
       q25 = q(0.25), q75 = q(0.75), q10 = q(0.1), q90 = q(0.9),
       min = min(x), max = max(x), mad = mad(x, constant = 1))
}

methods[["mean.ci.t"]] <- function(input, options) {
  test <- t.test(input$x, conf.level = options$confidence)
  c(list(mean = test$estimate, se = test$stderr, df = test$parameter), confidenceLimits(test))
}

methods[["mean.test.oneSample"]] <- function(input, options) {
  test <- t.test(input$x, mu = options$mu)
  list(t = test$statistic, df = test$parameter, p = test$p.value)
}

methods[["mean.ci.t.summary"]] <- function(input, options) {
  se <- input$sd / sqrt(input$n)
  half <- qt((1 + options$confidence) / 2, input$n - 1) * se
  list(se = se, lower = input$mean - half, upper = input$mean + half)
}

# Effect sizes: Hedges (1981), Journal of Educational Statistics 6, 107-128.
methods[["mean.test.two"]] <- function(input, options) {
  a <- input$a
  b <- input$b
  welch <- t.test(a, b, conf.level = options$confidence)
  student <- t.test(a, b, var.equal = TRUE, conf.level = options$confidence)
  rank <- wilcox.test(a, b, exact = FALSE, correct = TRUE)
  df <- length(a) + length(b) - 2
  pooledSd <- sqrt(((length(a) - 1) * var(a) + (length(b) - 1) * var(b)) / df)
  d <- (mean(a) - mean(b)) / pooledSd
  list(diff = mean(a) - mean(b),
       welchT = welch$statistic, welchDf = welch$parameter, welchP = welch$p.value,
       welchLower = welch$conf.int[1], welchUpper = welch$conf.int[2], welchSe = welch$stderr,
       studentT = student$statistic, studentDf = student$parameter,
       studentP = student$p.value, studentLower = student$conf.int[1],
       studentUpper = student$conf.int[2],
       mannWhitneyU = rank$statistic, mannWhitneyP = rank$p.value,
       mannWhitneyPNoCC = wilcox.test(a, b, exact = FALSE, correct = FALSE)$p.value,
       cohenD = d,
       hedgesG = d * exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2),
       hedgesGApprox = d * (1 - 3 / (4 * df - 1)),
       fRatioP = var.test(a, b)$p.value)
}

methods[["mean.test.paired"]] <- function(input, options) {
  difference <- input$a - input$b
  test <- t.test(input$a, input$b, paired = TRUE, conf.level = options$confidence)
  rank <- suppressWarnings(wilcox.test(input$a, input$b, paired = TRUE, exact = FALSE))
  c(list(meanDiff = mean(difference), t = test$statistic, df = test$parameter,
         p = test$p.value, dz = mean(difference) / sd(difference),
         wilcoxonV = rank$statistic, wilcoxonP = rank$p.value), confidenceLimits(test))
}

# Brown and Forsythe (1974): analysis of variance of distances to the group median.
methods[["mean.test.k"]] <- function(input, options) {
  x <- unlist(input$groups, use.names = FALSE)
  group <- factor(rep(names(input$groups), lengths(input$groups)), names(input$groups))
  fit <- anova(lm(x ~ group))
  welch <- oneway.test(x ~ group)
  kruskal <- kruskal.test(x, group)
  spread <- anova(lm(abs(x - ave(x, group, FUN = median)) ~ group))
  between <- fit[1, "Sum Sq"]
  total <- sum(fit[, "Sum Sq"])
  withinMean <- fit[2, "Mean Sq"]
  list(F = fit[1, "F value"], df1 = fit[1, "Df"], df2 = fit[2, "Df"],
       p = fit[1, "Pr(>F)"],
       welchF = welch$statistic, welchDf2 = welch$parameter[2], welchP = welch$p.value,
       kruskalH = kruskal$statistic, kruskalP = kruskal$p.value,
       etaSquared = between / total,
       omegaSquared = (between - fit[1, "Df"] * withinMean) / (total + withinMean),
       bartlettP = bartlett.test(x, group)$p.value,
       brownForsytheF = spread[1, "F value"], brownForsytheP = spread[1, "Pr(>F)"])
}

# Satisfaction, effort and satisfaction indices ----------------------------------

pct <- function(condition) 100 * mean(condition)

methods[["csat"]] <- function(input, options) {
  x <- input$x
  top <- x > options$scaleMax - options$topBox
  bottom <- x < options$scaleMin + options$topBox
  wilson <- scoreTest(sum(top), length(x), conf.level = options$confidence)$conf.int
  list(n = length(x), csatPct = pct(top), topBoxPct = pct(x == options$scaleMax),
       bottom2Pct = pct(bottom), mean = mean(x),
       index0to100 = 100 * (mean(x) - options$scaleMin) / (options$scaleMax - options$scaleMin),
       wilsonLowerPct = 100 * wilson[1], wilsonUpperPct = 100 * wilson[2],
       netSatisfaction = pct(top) - pct(bottom))
}

# Customer Effort Score 2.0 (2013), 1..7, and 1.0 (2010), 1..5 where low is good.
methods[["ces.v2"]] <- function(input, options) {
  x <- input$x
  c(list(n = length(x), mean = mean(x), easyPct57 = pct(x >= 5), easyPct67 = pct(x >= 6),
         difficultPct13 = pct(x <= 3), net57minus13 = pct(x >= 5) - pct(x <= 3),
         net67minus13 = pct(x >= 6) - pct(x <= 3)), confidenceLimits(t.test(x)))
}
methods[["ces.v2.counts"]] <- function(input, options)
  list(mean = weighted.mean(seq_along(input$counts), input$counts))

methods[["ces.v1"]] <- function(input, options) {
  x <- input$x
  c(list(n = length(x), mean = mean(x), lowEffortPct12 = pct(x <= 2),
         highEffortPct45 = pct(x >= 4), net12minus45 = pct(x <= 2) - pct(x >= 4),
         reversedMean = mean(options$scaleMin + options$scaleMax - x)),
    confidenceLimits(t.test(x)))
}

methods[["classify"]] <- function(input, options) {
  negative <- input$x <= options$negativeMax
  positive <- input$x >= options$positiveMin
  neutral <- !negative & !positive
  list(negative = sum(negative), neutral = sum(neutral), positive = sum(positive),
       positivePct = pct(positive), neutralPct = pct(neutral), negativePct = pct(negative),
       net = pct(positive) - pct(negative))
}

# Fornell and others (1996), Journal of Marketing 60, 7-18: three items, each 1..10,
# rescaled to 0..100 and averaged with weights that sum to one.
acsiIndex <- function(means, weights, options) {
  low <- orElse(options$scaleMin, 1)
  high <- orElse(options$scaleMax, 10)
  100 * (weighted.mean(means, weights) - low) / (high - low)
}
methods[["acsi.fromMeans"]] <- function(input, options) list(
  acsi = acsiIndex(input$means, input$weights, options),
  acsiEqualWeights = acsiIndex(input$means, rep(1, length(input$means)), options)
)
methods[["acsi.raw"]] <- function(input, options) {
  index <- apply(input$rows, 1, acsiIndex, input$weights, options)
  test <- t.test(index, conf.level = options$confidence)
  c(list(acsi = mean(index), itemMeans = colMeans(input$rows), se = test$stderr,
         sd = sd(index)), confidenceLimits(test))
}

methods[["csi.weighted"]] <- function(input, options) {
  weights <- input$importance / sum(input$importance)
  weighted <- sum(weights * input$satisfaction)
  list(weights = weights, weightedScores = weights * input$satisfaction, weightedMean = weighted,
       csiPctOfMax = 100 * weighted / options$scaleMax,
       csi0to100 = 100 * (weighted - options$scaleMin) / (options$scaleMax - options$scaleMin),
       unweightedMean = mean(input$satisfaction))
}

# Weighted estimates ------------------------------------------------------------
# The package `survey` (Lumley 2004, Journal of Statistical Software 9(8)).

designOf <- function(values, weights) svydesign(~1, data = values, weights = weights)
kishSize <- function(w) sum(w)^2 / sum(w^2)

weightedMean <- function(y, input, options) {
  w <- input$weights
  design <- designOf(data.frame(y), w)
  estimate <- svymean(~y, design)
  z <- confint(estimate, level = options$confidence)
  t <- confint(estimate, level = options$confidence, df = degf(design))
  list(estimate = coef(estimate), se = SE(estimate), zLower = z[1], zUpper = z[2],
       tLower = t[1], tUpper = t[2], df = degf(design),
       nKish = kishSize(w), deffKish = length(w) / kishSize(w),
       deffSrsWr = deff(svymean(~y, design, deff = "replace")),
       sumWeights = sum(w), n = length(w))
}
methods[["weighted.nps"]] <- function(input, options)
  weightedMean(pointsOfScores(input$scores), input, options)
methods[["weighted.proportion"]] <- function(input, options)
  weightedMean(as.numeric(input$scores >= options$topBoxMin), input, options)
methods[["weighted.mean"]] <- function(input, options)
  weightedMean(input$scores, input, options)

methods[["weighted.nps.missing"]] <- function(input, options) {
  y <- pointsOfScores(input$scores)
  answered <- !is.na(y)
  domain <- svymean(~y, designOf(data.frame(y), input$weights), na.rm = TRUE)
  listwise <- svymean(~y, designOf(data.frame(y = y[answered]), input$weights[answered]))
  list(estimate = coef(domain), seDomain = SE(domain), seListwise = SE(listwise))
}

methods[["weighted.proportion.ci"]] <- function(input, options) {
  top <- as.numeric(input$scores >= options$topBoxMin)
  design <- designOf(data.frame(top), input$weights)
  p <- coef(svymean(~top, design))
  interval <- function(method) as.vector(attr(
    svyciprop(~top, design, method = method, level = options$confidence), "ci"))
  z <- twoSidedZ(options$confidence)
  n <- kishSize(input$weights)
  wilson <- (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) /
    (1 + z^2 / n)
  list(estimate = p, logit = interval("logit"), beta = interval("beta"),
       mean = interval("mean"), xlogit = interval("xlogit"), asin = interval("asin"),
       wilsonKish = wilson, nKish = n)
}

methods[["weighted.nps.test"]] <- function(input, options) {
  y <- pointsOfScores(input$scores)
  group <- factor(input$group)
  test <- svyttest(y ~ group, designOf(data.frame(y, group), input$weights))
  alone <- lapply(levels(group), function(level) svymean(~y,
    designOf(data.frame(y = y[group == level]), input$weights[group == level])))
  diff <- coef(alone[[1]]) - coef(alone[[2]])
  se <- sqrt(SE(alone[[1]])^2 + SE(alone[[2]])^2)
  list(npsA = coef(alone[[1]]), npsB = coef(alone[[2]]), diffBminusA = test$estimate,
       svyT = test$statistic, svyDf = test$parameter, svyP = test$p.value,
       svySe = test$estimate / test$statistic,
       indepDiffAminusB = diff, indepSe = se, indepZ = diff / se, indepP = twoSidedP(diff / se))
}

methods[["weighted.nps.stratified"]] <- function(input, options) {
  data <- data.frame(y = pointsOfScores(input$scores), stratum = input$stratum,
                     population = input$stratumPopulation)
  plain <- svydesign(~1, strata = ~stratum, data = data, weights = input$weights)
  finite <- svydesign(~1, strata = ~stratum, data = data, weights = input$weights,
                      fpc = ~population)
  list(estimate = coef(svymean(~y, plain)), seNoFpc = SE(svymean(~y, plain)),
       seFpc = SE(svymean(~y, finite)), df = degf(plain))
}

methods[["weighted.nps.clustered"]] <- function(input, options) {
  data <- data.frame(y = pointsOfScores(input$scores), cluster = input$cluster)
  design <- svydesign(~cluster, data = data, weights = input$weights)
  estimate <- svymean(~y, design)
  list(estimate = coef(estimate), se = SE(estimate), df = degf(design))
}

# Raking and calibration --------------------------------------------------------
# Raking by `survey`: Deming and Stephan (1940), Annals of Mathematical Statistics 11.

# One table of population totals for each margin.
marginTotals <- function(input, options) lapply(names(input$rows), function(name) {
  shares <- unlist(input$targets[[name]])
  setNames(data.frame(names(shares), options$total * shares / sum(shares)), c(name, "Freq"))
})

rakedDesign <- function(input, options) {
  design <- designOf(data.frame(y = pointsOfScores(input$scores), input$rows), input$baseWeights)
  rake(design, lapply(names(input$rows), reformulate), marginTotals(input, options),
       control = list(maxit = 2000, epsilon = 1e-13))
}

methods[["rake"]] <- function(input, options) {
  raked <- rakedDesign(input, options)
  w <- weights(raked)
  estimate <- svymean(~y, raked)
  fixed <- svymean(~y, designOf(data.frame(y = raked$variables$y), w))
  list(weights = w, deffKish = length(w) / kishSize(w), nKish = kishSize(w),
       minWeight = min(w), maxWeight = max(w), nps = coef(estimate),
       npsSeCalibrated = SE(estimate), npsSeIgnoringCalibration = SE(fixed))
}

# Deville and Sarndal (1992), JASA 87, 376-382: weights d * F(x'lambda) that meet the
# totals, by Newton's method. F(u) = 1 + u is linear calibration, exp(u) is raking.
calibratedWeights <- function(input, options, F, slope) {
  d <- input$baseWeights
  rows <- lapply(input$rows, factor)
  x <- model.matrix(~ ., rows)
  margins <- lapply(marginTotals(input, options), function(margin)
    margin$Freq[match(levels(rows[[names(margin)[1]]]), margin[[1]])])
  totals <- c(options$total, unlist(lapply(margins, `[`, -1)))
  lambda <- rep(0, ncol(x))
  for (step in 1:50) {
    u <- drop(x %*% lambda)
    lambda <- lambda +
      solve(crossprod(x, d * slope(u) * x), totals - drop(crossprod(x, d * F(u))))
  }
  unname(d * F(drop(x %*% lambda)))
}

methods[["calibrate.raking"]] <- function(input, options) {
  w <- calibratedWeights(input, options, exp, exp)
  list(weights = w, maxAbsDiffToIpf = max(abs(w - weights(rakedDesign(input, options)))))
}

methods[["calibrate.linear"]] <- function(input, options)
  list(weights = calibratedWeights(input, options, function(u) 1 + u, function(u) 1))

methods[["postStratify"]] <- function(input, options) {
  y <- pointsOfScores(input$scores)
  design <- designOf(data.frame(y, stratum = input$stratum), input$baseWeights)
  shares <- unlist(input$targets)
  totals <- data.frame(stratum = names(shares), Freq = options$total * shares / sum(shares))
  fitted <- postStratify(design, ~stratum, totals)
  estimate <- svymean(~y, fitted)
  list(weights = weights(fitted), nps = coef(estimate), seCalibrated = SE(estimate))
}

methods[["trimWeights"]] <- function(input, options) {
  design <- designOf(data.frame(row = seq_along(input$weights)), input$weights)
  trimmed <- trimWeights(design, lower = options$lower, upper = options$upper, strict = FALSE)
  list(weights = weights(trimmed))
}

# Reliability -------------------------------------------------------------------
# Cronbach (1951), Psychometrika 16, 297-334.

itemMatrix <- function(input, options) {
  rows <- input$rows
  colnames(rows) <- input$items
  reverse <- unlist(input$reverse)
  rows[, reverse] <- options$scaleMin + options$scaleMax - rows[, reverse]
  rows
}
quietAlpha <- function(rows, use) {
  capture.output(fit <- suppressMessages(suppressWarnings(
    psych::alpha(as.data.frame(rows), check.keys = FALSE, use = use))))
  fit
}
alphaOfCovariance <- function(v) ncol(v) / (ncol(v) - 1) * (1 - sum(diag(v)) / sum(v))

# McDonald's omega of one maximum likelihood factor, from three items on.
omegaTotal <- function(rows) {
  if (ncol(rows) < 3) return(NULL)
  fit <- factanal(covmat = cor(rows), factors = 1, control = list(opt = list(factr = 1e4)))
  sum(fit$loadings)^2 / (sum(fit$loadings)^2 + sum(fit$uniquenesses))
}

methods[["reliability.alpha"]] <- function(input, options) {
  all <- itemMatrix(input, options)
  rows <- all[complete.cases(all), ]
  n <- nrow(rows)
  k <- ncol(rows)
  fit <- quietAlpha(rows, "complete")
  v <- cov(rows)
  sums <- rowSums(rows)
  offDiagonal <- v[row(v) != col(v)]
  odd <- rowSums(rows[, seq(1, k, 2), drop = FALSE])
  even <- rowSums(rows[, seq(2, k, 2), drop = FALSE])
  r <- cor(odd, even)
  alpha <- fit$total$raw_alpha
  item <- function(j) list(
    name = input$items[j], mean = mean(rows[, j]), sd = sd(rows[, j]),
    itemTotalR = fit$item.stats$raw.r[j], correctedItemTotalR = fit$item.stats$r.drop[j],
    alphaIfDeleted = if (k > 2) fit$alpha.drop$raw_alpha[j] else NA,
    stdAlphaIfDeleted = if (k > 2) fit$alpha.drop$std.alpha[j] else NA)
  list(n = n, k = k, nDropped = nrow(all) - n,
       rawAlpha = alpha, stdAlpha = fit$total$std.alpha,
       averageInterItemR = fit$total$average_r,
       # Guttman (1945), Psychometrika 10, 255-282.
       guttmanLambda2 = (sum(offDiagonal) + sqrt(k / (k - 1) * sum(offDiagonal^2))) / sum(v),
       scaleMeanOfItems = mean(sums / k), scaleSdOfItemMean = sd(sums / k),
       sumScoreMean = mean(sums), sumScoreSd = sd(sums), sem = sd(sums) * sqrt(1 - alpha),
       splitHalfOddEvenR = r, spearmanBrown = 2 * r / (1 + r),
       guttmanSplitHalf = 2 * (1 - (var(odd) + var(even)) / var(sums)),
       # Feldt (1965), Psychometrika 30, 357-370.
       feldt95 = 1 - (1 - alpha) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1)),
       items = lapply(seq_len(k), item), omegaTotalOneFactorML = omegaTotal(rows))
}

methods[["reliability.alpha.pairwise"]] <- function(input, options) {
  fit <- quietAlpha(itemMatrix(input, options), "pairwise")
  list(rawAlpha = fit$total$raw_alpha, stdAlpha = fit$total$std.alpha)
}

# SERVQUAL ----------------------------------------------------------------------
# Parasuraman, Zeithaml and Berry (1988), Journal of Retailing 64, 12-40; the 1991
# revision has no reversed items. Dimensions are means of their items.

methods[["servqual"]] <- function(input, options) {
  turn <- function(rows) {
    rows[, unlist(options$reverseItems)] <-
      options$scaleMin + options$scaleMax - rows[, unlist(options$reverseItems)]
    rows
  }
  expected <- turn(input$expectations)
  perceived <- turn(input$perceptions)
  gap <- perceived - expected
  byDimension <- function(rows) sapply(options$dimensions, function(j) rowMeans(rows[, j]))
  gapMeans <- colMeans(byDimension(gap))
  perceivedMeans <- colMeans(byDimension(perceived))
  fixed <- input$weights100 / 100
  test <- function(name) {
    t <- t.test(byDimension(perceived)[, name], byDimension(expected)[, name], paired = TRUE)
    c(list(t = t$statistic, df = t$parameter, p = t$p.value), confidenceLimits(t))
  }
  list(itemExpectation = colMeans(expected), itemPerception = colMeans(perceived),
       itemGap = colMeans(gap),
       dimensionExpectation = as.list(colMeans(byDimension(expected))),
       dimensionPerception = as.list(perceivedMeans), dimensionGap = as.list(gapMeans),
       unweightedScore = mean(gapMeans), meanOf22ItemGaps = mean(gap),
       servperfUnweighted = mean(perceivedMeans), servperfMeanOf22 = mean(perceived),
       weightedScoreFixedWeights = sum(fixed * gapMeans),
       weightedSumPoints100 = sum(input$weights100 * gapMeans),
       weightedScoreMeanOverDims = sum(fixed * gapMeans) / length(fixed),
       weightedScoreRespondentWeights =
         mean(rowSums(input$respondentWeights100 / 100 * byDimension(gap))),
       weightedServperfFixedWeights = sum(fixed * perceivedMeans),
       pairedTests = sapply(names(options$dimensions), test, simplify = FALSE),
       gapAlpha = lapply(options$dimensions, function(j) alphaOfCovariance(cov(gap[, j]))))
}

methods[["servqual.published"]] <- function(input, options) {
  if (!is.null(input$dimensionGap))
    return(list(unweightedScore = mean(unlist(input$dimensionGap))))
  byDimension <- function(x) lapply(input$dimensions, function(j) mean(x[j]))
  gap <- input$itemPerception - input$itemExpectation
  list(itemGap = gap, dimensionPerception = byDimension(input$itemPerception),
       dimensionExpectation = byDimension(input$itemExpectation),
       dimensionGap = byDimension(gap))
}

# Control charts ----------------------------------------------------------------
# Montgomery, Introduction to Statistical Quality Control.

proportionChart <- function(input, options, factor = 1) {
  p <- input$successes / input$n
  center <- sum(input$successes) / sum(input$n)
  sigma <- sqrt(center * (1 - center) / input$n)
  lcl <- clip(center - options$nsigma * factor * sigma, 0, 1)
  ucl <- clip(center + options$nsigma * factor * sigma, 0, 1)
  list(center = center, statistics = p, sigma = sigma, lcl = lcl, ucl = ucl,
       beyond = indicesFrom0(p < lcl | p > ucl))
}
methods[["spc.p"]] <- proportionChart

# Laney (2002), Quality Engineering 14, 531-537.
methods[["spc.laneyP"]] <- function(input, options) {
  plain <- proportionChart(input, options)
  z <- (plain$statistics - plain$center) / plain$sigma
  sigmaZ <- mean(abs(diff(z))) / options$d2
  c(list(sigmaZ = sigmaZ), proportionChart(input, options, sigmaZ))
}

# The same chart for the score: the pooled variance of one answer over n.
methods[["spc.nps"]] <- function(input, options) {
  nps <- apply(input$counts, 1, npsOf)
  pooled <- colSums(input$counts)
  sigma <- sqrt(npsVariance(pooled) / rowSums(input$counts))
  lower <- npsOf(pooled) - options$nsigma * sigma
  upper <- npsOf(pooled) + options$nsigma * sigma
  list(center = npsOf(pooled), statistics = nps, sigma = sigma, lclRaw = lower, uclRaw = upper,
       lcl = clip(lower, -100, 100), ucl = clip(upper, -100, 100),
       beyond = indicesFrom0(nps < lower | nps > upper))
}

movingRanges <- function(x) abs(diff(x))

# Place of each point in its run on one side of the centre, and the run's length;
# a point on the centre line breaks the run.
runsAbout <- function(x, center) {
  runs <- rle(sign(x - center))
  onOneSide <- ifelse(runs$values == 0, 0, runs$lengths)
  list(place = sequence(runs$lengths), length = rep(onOneSide, runs$lengths))
}

methods[["spc.xmr"]] <- function(input, options) {
  x <- input$x
  center <- mean(x)
  range <- mean(movingRanges(x))
  sigma <- range / options$d2
  lcl <- center - options$nsigma * sigma
  ucl <- center + options$nsigma * sigma
  runs <- runsAbout(x, center)
  whole <- function(k) indicesFrom0(runs$length >= k)
  fromNth <- function(k) indicesFrom0(runs$length >= k & runs$place >= k)
  list(center = center, meanMovingRange = range, sigma = sigma, lcl = lcl, ucl = ucl,
       mrUcl = range * (1 + options$nsigma * options$d3 / options$d2), mrLcl = 0,
       beyond = indicesFrom0(x < lcl | x > ucl),
       runs7 = whole(7), runs8 = whole(8), runs7FromNth = fromNth(7), runs8FromNth = fromNth(8))
}

# 0.954 is the usual rounded constant for the median moving range of two normal values.
methods[["spc.xmrMedian"]] <- function(input, options) {
  range <- median(movingRanges(input$x))
  sigma <- range / 0.954
  list(medianMovingRange = range, sigma = sigma,
       lcl = mean(input$x) - 3 * sigma, ucl = mean(input$x) + 3 * sigma)
}

# Roberts (1959), Technometrics 1, 239-250, with limits that widen with time.
methods[["spc.ewma"]] <- function(input, options) {
  lambda <- options$lambda
  z <- stats::filter(lambda * input$x, 1 - lambda, "recursive", init = options$start)
  i <- seq_along(input$x)
  sigma <- options$sigma * sqrt(lambda / (2 - lambda) * (1 - (1 - lambda)^(2 * i)))
  lcl <- options$center - options$nsigma * sigma
  ucl <- options$center + options$nsigma * sigma
  list(z = z, sigmaZ = sigma, lcl = lcl, ucl = ucl, beyond = indicesFrom0(z < lcl | z > ucl))
}

# Page (1954), Biometrika 41, 100-115, in sigma units.
methods[["spc.cusum"]] <- function(input, options) {
  z <- (input$x - options$center) / options$sigma
  arm <- function(step) Reduce(function(sum, s) max(0, sum + s), step, 0, accumulate = TRUE)[-1]
  positive <- arm(z - options$k)
  negative <- arm(-z - options$k)
  list(positive = positive, negative = negative,
       above = indicesFrom0(positive > options$h), below = indicesFrom0(negative > options$h))
}

# Trend -------------------------------------------------------------------------

# Mann (1945), Econometrica 13, 245-259, with the variance for ties; Sen (1968),
# JASA 63, 1379-1389. The ranks of the slope limits are rounded to whole numbers.
methods[["trend.mannKendall"]] <- function(input, options) {
  y <- input$x
  n <- length(y)
  t <- seq_len(n)
  pairs <- combn(n, 2)
  rise <- y[pairs[2, ]] - y[pairs[1, ]]
  slopes <- sort(rise / (pairs[2, ] - pairs[1, ]))
  S <- sum(sign(rise))
  ties <- table(y)
  varS <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
  z <- if (varS > 0) (S - sign(S)) / sqrt(varS) else NA
  sen <- median(slopes)
  reach <- twoSidedZ(options$confidence) * sqrt(varS)
  ranks <- clip(round(c((length(slopes) - reach) / 2, (length(slopes) + reach) / 2 + 1)),
                1, length(slopes))
  line <- lm(y ~ t)
  fit <- suppressWarnings(summary(line))
  slope <- fit$coefficients["t", ]
  limits <- suppressWarnings(confint(line, "t", options$confidence))
  list(S = S, varS = varS, z = z, p = twoSidedP(z),
       tauB = if (varS > 0) cor(t, y, method = "kendall") else NA, tauA = S / choose(n, 2),
       senSlope = sen, senIntercept = median(y) - sen * median(t),
       senInterceptMedianResid = median(y - sen * t),
       senLower = slopes[ranks[1]], senUpper = slopes[ranks[2]],
       olsSlope = slope[["Estimate"]], olsIntercept = coef(line)[1],
       olsSe = slope[["Std. Error"]], olsT = slope[["t value"]], olsP = slope[["Pr(>|t|)"]],
       olsSlopeLower = limits[1], olsSlopeUpper = limits[2], r2 = fit$r.squared)
}

trailingMean <- function(x, window)
  as.vector(stats::filter(x, rep(1 / window, window), sides = 1))

methods[["trend.movingAverage"]] <- function(input, options)
  list(values = if (length(input$x) < options$window) rep(NA, length(input$x))
                else trailingMean(input$x, options$window))

methods[["trend.exponentialSmoothing"]] <- function(input, options) list(
  values = stats::filter(options$alpha * input$x, 1 - options$alpha, "recursive",
                         init = input$x[1])
)

methods[["trend.rollingNps"]] <- function(input, options) {
  nps <- apply(input$counts, 1, npsOf)
  pooled <- apply(input$counts, 2, trailingMean, options$window)
  list(perPeriod = nps, rolling = apply(pooled, 1, npsOf),
       meanOfPeriodNps = trailingMean(nps, options$window))
}

# Distribution functions --------------------------------------------------------
# The functions of R itself; "Upper" asks for the upper tail.

distribution <- function(compute) function(input, options) list(value = do.call(compute, input))
methods[["pnorm"]] <- distribution(function(x) pnorm(x))
methods[["pnormUpper"]] <- distribution(function(x) pnorm(x, lower.tail = FALSE))
methods[["dnorm"]] <- distribution(function(x) dnorm(x))
methods[["qnorm"]] <- distribution(function(p) qnorm(p))
methods[["pt"]] <- distribution(function(x, df) pt(x, df))
methods[["ptUpper"]] <- distribution(function(x, df) pt(x, df, lower.tail = FALSE))
methods[["qt"]] <- distribution(function(p, df) qt(p, df))
methods[["pchisq"]] <- distribution(function(x, df) pchisq(x, df))
methods[["pchisqUpper"]] <- distribution(function(x, df) pchisq(x, df, lower.tail = FALSE))
methods[["qchisq"]] <- distribution(function(p, df) qchisq(p, df))
methods[["pbeta"]] <- distribution(function(x, a, b) pbeta(x, a, b))
methods[["pbetaUpper"]] <- distribution(function(x, a, b) pbeta(x, a, b, lower.tail = FALSE))
methods[["qbeta"]] <- distribution(function(p, a, b) qbeta(p, a, b))
methods[["pfUpper"]] <- distribution(function(x, df1, df2) pf(x, df1, df2, lower.tail = FALSE))
methods[["qf"]] <- distribution(function(p, df1, df2) qf(p, df1, df2))
methods[["pbinom"]] <- distribution(function(k, n, p) pbinom(k, n, p))
methods[["dbinom"]] <- distribution(function(k, n, p) dbinom(k, n, p))
methods[["lgamma"]] <- distribution(function(x) lgamma(x))

# Reading, comparing and writing -------------------------------------------------

# Brings a value R computed into the shape of the expected one: JSON objects are lists
# with names, arrays lists without. Only the fields a case holds are taken over.
shapeLike <- function(got, expected) {
  if (!is.list(expected)) return(if (length(got) > 0) got[[1]])
  if (!is.null(names(expected)))
    return(sapply(names(expected), function(name) shapeLike(got[[name]], expected[[name]]),
                  simplify = FALSE))
  parts <- if (is.matrix(got)) asplit(got, 1) else as.list(got)
  lapply(unname(parts), shapeLike, if (length(expected) > 0) expected[[1]])
}

# The shortest digits that read back as the same number; NaN and infinities as text.
numberText <- function(x) {
  if (is.nan(x)) return("\"NaN\"")
  if (is.na(x)) return("null")
  if (is.infinite(x)) return(if (x > 0) "\"Infinity\"" else "\"-Infinity\"")
  for (digits in 15:17) {
    text <- sprintf("%.*g", digits, x + 0)
    if (as.numeric(text) == x) break
  }
  text
}
jsonText <- function(value) {
  if (is.null(value)) return("null")
  if (is.character(value)) return(toJSON(value, auto_unbox = TRUE))
  if (!is.list(value)) return(numberText(as.numeric(value)))
  parts <- vapply(value, jsonText, "")
  if (is.null(names(value))) return(paste0("[", paste(parts, collapse = ","), "]"))
  paste0("{", paste0("\"", names(value), "\":", parts, collapse = ","), "}")
}

# |got - expected| <= relTol * max(|expected|, scale): nothing is added to the
# distribution functions, 1e-3 to probabilities, 1 to all other values.
isPValue <- function(field) grepl("^p$|^p[A-Z]|P$|PNoCC$|pValue|^holm$|^bh$", field)
scaleOf <- function(file, field) {
  if (file == "numeric") 0
  else if (file == "proportions" || isPValue(field)) 1e-3
  else 1
}
toleranceOf <- function(case, file, field, expected) {
  if (!is.null(case$options$absTol)) return(case$options$absTol)
  relTol <- if (field == "omegaTotalOneFactorML") 1e-5 else case$relTol
  relTol * max(abs(expected), scaleOf(file, field))
}

# Lists the places where two values of the same shape disagree.
disagreements <- function(got, expected, case, file, field = "", place = "") {
  if (is.list(expected)) {
    if (length(got) != length(expected)) return(paste(place, "has another length"))
    keys <- if (is.null(names(expected))) seq_along(expected) else names(expected)
    return(unlist(lapply(keys, function(key) disagreements(
      got[[key]], expected[[key]], case, file,
      if (is.character(key)) key else field,
      paste0(place, if (is.character(key)) paste0(".", key) else paste0("[", key - 1, "]"))))))
  }
  agree <- if (is.numeric(expected) && is.numeric(got) && is.finite(got)) {
    abs(got - expected) <= toleranceOf(case, file, field, expected) ||
      (abs(expected) < 1e-300 && got >= 0 && got <= 1e-300)
  } else {
    jsonText(got) == jsonText(expected)
  }
  if (!agree) paste0(place, ": got ", jsonText(got), ", expected ", jsonText(expected))
}

# Printed by others: the formula is checked against them, they are never rewritten.
isPublished <- function(case) !is.null(case$options$absTol)

recompute <- function(line) {
  case <- fromJSON(line, simplifyDataFrame = FALSE)
  case$expected <- fromJSON(line, simplifyVector = FALSE)$expected
  method <- methods[[case$method]]
  if (is.null(method)) stop("no function for the method ", case$method)
  case$got <- shapeLike(method(case$input, case$options), case$expected)
  case
}

withExpected <- function(line, expected) {
  start <- regexpr(",\"expected\":", line, fixed = TRUE)
  end <- regexpr(",\"source\":", line, fixed = TRUE)
  paste0(substr(line, 1, start), "\"expected\":", jsonText(expected),
         substr(line, end, nchar(line)))
}

remakeFile <- function(path, write) {
  file <- sub("\\.json$", "", basename(path))
  lines <- sub(",$", "", readLines(path, encoding = "UTF-8"))
  lines <- lines[!lines %in% c("[", "]")]
  cases <- lapply(lines, recompute)
  wrong <- lapply(cases, function(case) disagreements(case$got, case$expected, case, file))
  name <- vapply(cases, `[[`, "", "method")
  for (method in unique(name)) {
    agree <- lengths(wrong[name == method]) == 0
    cat(sprintf("%-12s %-28s %4d of %4d agree\n", file, method, sum(agree), length(agree)))
  }
  for (i in which(lengths(wrong) > 0))
    cat(paste0("  ", cases[[i]]$id, " ", wrong[[i]], "\n"), sep = "")
  if (write) {
    for (i in seq_along(cases)) if (!isPublished(cases[[i]]))
      lines[i] <- withExpected(lines[i], cases[[i]]$got)
    writeLines(c("[", paste0(lines, c(rep(",", length(lines) - 1), "")), "]"), path)
  }
  c(cases = length(cases), agree = sum(lengths(wrong) == 0))
}

arguments <- commandArgs(trailingOnly = TRUE)
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
paths <- list.files(file.path(dirname(script), "vectors"), "\\.json$", full.names = TRUE)
paths <- paths[basename(paths) != "dates.json"]
counts <- sapply(paths, remakeFile, write = "--write" %in% arguments)
cat(sprintf("all: %d of %d cases agree\n", sum(counts["agree", ]), sum(counts["cases", ])))
if (!"--write" %in% arguments && sum(counts["agree", ]) < sum(counts["cases", ])) quit(status = 1)
