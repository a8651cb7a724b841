using System.Net;
using System.Text.RegularExpressions;

namespace TrainingHub.Tests;

/// <summary>The check question that is open on a lesson's page.</summary>
/// <param name="Address">Where its answer goes.</param>
/// <param name="Shown">As the page shows it.</param>
public sealed partial record StepQuestion(string Address, PaperQuestion Shown)
{
    /// <summary>Null when the page asks nothing.</summary>
    public static StepQuestion? Read(string html) => Form().Match(html) is { Success: true } form
        ? new StepQuestion(form.Groups[1].Value, new PaperQuestion(0, 0, Words(Legend().Match(form.Groups[2].Value).Groups[1].Value),
            [.. Option().Matches(form.Groups[2].Value).Select(option => (option.Groups[1].Value[0], Words(option.Groups[2].Value)))]))
        : null;

    private static string Words(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim();

    [GeneratedRegex("""(?s)<form method="post" action="([^"]+/steps/[A-Z0-9]+)"[^>]*>(.*?)</form>""")]
    private static partial Regex Form();

    [GeneratedRegex("""(?s)<legend>(.*?)</legend>""")]
    private static partial Regex Legend();

    [GeneratedRegex("""(?s)<input type="(?:radio|checkbox)"[^>]*\bvalue="([A-Z])"[^>]*>\s*<span class="k">[A-Z]</span>(.*?)</label>""")]
    private static partial Regex Option();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
