using System.Globalization;

namespace TrainingHub.Bench;

/// <summary>How long each step of taking a quiz took, of one person at a time.</summary>
internal sealed class QuizSteps
{
    public Tally Intro { get; } = new();
    public Tally Start { get; } = new();
    public Tally Paper { get; } = new();
    public Tally Save { get; } = new();
    public Tally Submit { get; } = new();
    public Tally Result { get; } = new();

    public int Requests => All.Sum(step => step.Tally.Done);

    private IEnumerable<(string Name, Tally Tally)> All =>
        [("open quiz", Intro), ("start", Start), ("open paper", Paper), ("save answer", Save), ("submit", Submit), ("result", Result)];

    public static QuizSteps Sum(IEnumerable<QuizSteps> all)
    {
        var sum = new QuizSteps();
        foreach (var one in all)
        {
            foreach (var (into, from) in sum.All.Zip(one.All))
            {
                into.Tally.Take(from.Tally);
            }
        }

        return sum;
    }

    public void Print()
    {
        foreach (var (name, tally) in All.Where(step => step.Tally.Done > 0))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"           {name,-12} p50 {tally.Percentile(0.5),6:0.0} ms  p95 {tally.Percentile(0.95),6:0.0} ms  p99 {tally.Percentile(0.99),6:0.0} ms  {tally.Done}"));
        }
    }
}
