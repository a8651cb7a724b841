namespace TrainingHub.Seeds;

/// <summary>The demo worlds by name.</summary>
public static class Worlds
{
    public static World? Find(string name) => name switch
    {
        "small" => SmallWorld.Make(),
        "county" => CountyWorld.Make(schools: 120),
        "bench" => BenchWorld.Make(learners: 2_000),
        "storm" => BenchWorld.Make(learners: 5_000),
        "coverage" => SmallWorld.Make() with { Name = "coverage", Bulk = new WorldBulk(Counties: 20, Schools: 2_470, People: 100_000, RecordsEach: 10) },
        "coverage-history" => SmallWorld.Make() with { Name = "coverage-history", Bulk = new WorldBulk(Counties: 20, Schools: 2_470, People: 100_000, RecordsEach: 10) { HasHistory = true } },
        "coverage-province" => SmallWorld.Make() with { Name = "coverage-province", Bulk = new WorldBulk(Counties: 120, Schools: 14_860, People: 1_000_000, RecordsEach: 10) },
        "ranking" => SmallWorld.Make() with { Name = "ranking", Bulk = new WorldBulk(Counties: 20, Schools: 2_470, People: 100_000, RecordsEach: 1, Attempts: 100_000) },
        _ => null,
    };
}
