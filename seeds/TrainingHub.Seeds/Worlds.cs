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
        _ => null,
    };
}
