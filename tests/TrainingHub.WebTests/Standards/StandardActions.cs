using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Standards;

namespace TrainingHub.WebTests.Standards;

/// <summary>What tests of standards do again and again.</summary>
internal static class StandardActions
{
    public const string Guideline = "major-hazards-guideline";
    public const string Sixth = "第三条（一）第6项";

    /// <summary>Publishes editions as the application does with the files that travel with it.</summary>
    public static Task KeepAsync(this WebApp app, params StandardEdition[] editions) => app.InsideAsync(async services =>
    {
        await services.GetRequiredService<KeepEditions>().RunAsync(editions, default);
    });

    public static async Task<StandardEdition> EditionAsync(this WebApp app, string slug, string edition) =>
        await app.InsideAsync(async services => await services.GetRequiredService<StandardShelf>().FindAsync(new EditionName(slug, edition), default))
            ?? throw new InvalidOperationException($"No edition {slug} {edition}");

    /// <summary>
    /// A later edition of the guideline: item 6 is removed, item 5 is altered, item 9 has become item 10, the rest stays.
    /// </summary>
    public static async Task<StandardEdition> ReplaceGuidelineAsync(this WebApp app, DateOnly from)
    {
        var old = await app.EditionAsync(Guideline, "2024");
        var later = old with
        {
            Edition = "2030",
            Number = "教发厅函〔2030〕1号",
            Issued = from,
            InForceFrom = from,
            Replaces = old.Name,
            Clauses =
            [
                .. old.Clauses.Where(clause => clause.Number is not Sixth and not "第三条（一）第10项").Select(clause => clause.Number switch
                {
                    "第三条（一）第5项" => clause with { Text = clause.Text + "动火前通知全校。" },
                    "第三条（一）第9项" => clause with { Number = "第三条（一）第10项" },
                    _ => clause,
                }),
            ],
        };
        await app.KeepAsync(later);
        return later;
    }
}
