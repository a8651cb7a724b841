using Xunit.Abstractions;

[assembly: TestCollectionOrderer("TrainingHub.WebTests.LongestFirst", "TrainingHub.WebTests")]

namespace TrainingHub.WebTests;

/// <summary>Classes that build the application or start it as a process of its own run for a minute: begun last, one of them would keep a single core busy while the others rest.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["Publish", "SeveralProcesses", "ShakyNetwork", "KilledImport", "KilledProcess", "SetUp", "CountAgainProperty", "LargeRoster", "Unreleased"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(Long, name => collection.DisplayName.Contains($".{name}", StringComparison.Ordinal)) switch
        {
            -1 => Long.Length,
            var place => place,
        }).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
