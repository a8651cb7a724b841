using System.Diagnostics;
using System.Globalization;

namespace TrainingHub.Bench;

/// <summary>
/// Somebody who trusts nothing takes the exported facts of 100,000 people and counts every target anew, for today and for past days: not one figure
/// may differ.
/// </summary>
internal sealed class RecountJob(BenchOptions options, Application application) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = application.Address, Timeout = Longest };

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var officer = new Visitor(_http, "YL0001", "陆言秋");
        await officer.SignInAsync();
        await officer.ReadAsync("/coverage", "</html>");
        var since = Stopwatch.GetTimestamp();
        var folder = Path.Combine(options.Data, "facts");
        await application.RunAsync("export", folder);
        var exported = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var facts = PlainFacts.Read(folder);
        var today = DateOnly.ParseExact(
            File.ReadLines(Path.Combine(folder, "figures.csv")).Skip(1).First().Split(',')[3], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{facts.People} people, {facts.Events} events, {facts.Figures.Count} cells exported in {exported:0} s; counting as of {today:yyyy-MM-dd}"));
        var (cells, different) = CompareCells(facts, today);
        var (days, otherwise) = await ComparePastAsync(officer, facts, today);
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["people"] = facts.People,
            ["events"] = facts.Events,
            ["cells"] = cells,
            ["pastFigures"] = days,
            ["different"] = different + otherwise,
            ["exportSeconds"] = exported,
            ["seconds"] = Stopwatch.GetElapsedTime(since).TotalSeconds,
        };
    }

    public void Dispose() => _http.Dispose();

    private static (int Cells, int Different) CompareCells(PlainFacts facts, DateOnly today)
    {
        var (cells, different) = (0, 0);
        foreach (var target in facts.Targets.Where(target => target.Rule.Has(today)))
        {
            var ours = facts.Count(target, today);
            var theirs = facts.Figures.Where(figure => figure.Key.Target == target.Id).ToDictionary(figure => (figure.Key.Organization, figure.Key.Post), figure => figure.Value);
            cells += ours.Count;
            foreach (var place in ours.Keys.Union(theirs.Keys))
            {
                var (counted, told) = (ours.GetValueOrDefault(place), theirs.GetValueOrDefault(place));
                if (counted != told && different++ < 10)
                {
                    Console.WriteLine($"{target.Slug} {place.Organization:N} {place.Post}: counted {counted}, the application says {told}");
                }
            }
        }

        return (cells, different);
    }

    /// <summary>As of a past day: the totals of every target that the page of that day shows.</summary>
    private static async Task<(int Figures, int Different)> ComparePastAsync(Visitor officer, PlainFacts facts, DateOnly today)
    {
        var (figures, different) = (0, 0);
        foreach (var back in (int[])[30, 150, 400])
        {
            var day = today.AddDays(-back);
            foreach (var target in facts.Targets.Where(target => target.Rule.Has(day)))
            {
                var lines = (await officer.ReadAsync(string.Create(CultureInfo.InvariantCulture, $"/coverage/{target.Slug}/units.csv?day={day:yyyy-MM-dd}"))).Split('\n');
                var told = Array.ConvertAll(lines[1].TrimEnd('\r').Split(',')[1..3], number => int.Parse(number, CultureInfo.InvariantCulture));
                var counted = facts.Count(target, day).Values.Aggregate(default(PlainFacts.Cell), (sum, cell) => sum.Plus(cell));
                figures++;
                if ((counted.Counted, counted.Covered) != (told[0], told[1]))
                {
                    different++;
                    Console.WriteLine($"{target.Slug} as of {day:yyyy-MM-dd}: counted {counted}, the application says {told[0]} counted, {told[1]} covered");
                }
            }
        }

        return (figures, different);
    }
}
