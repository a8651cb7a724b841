using System.Text.Json;

namespace TrainingHub.Contests;

/// <summary>How plans of contests are stored.</summary>
internal static class ContestPlanJson
{
    public static string Write(ContestPlan plan) => JsonSerializer.Serialize(plan, JsonSerializerOptions.Web);

    public static ContestPlan Read(string text) =>
        JsonSerializer.Deserialize<ContestPlan>(text, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("A contest without a plan.");
}
