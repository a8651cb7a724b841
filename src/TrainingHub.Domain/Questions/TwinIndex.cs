namespace TrainingHub.Questions;

/// <summary>
/// Finds among very many stems those that may be near to one, without comparing it with each: near stems share so many of their pairs of
/// characters that they share some of the rare ones. Not safe for several threads at once.
/// </summary>
/// <typeparam name="TKey">What names an entry.</typeparam>
public sealed class TwinIndex<TKey>
    where TKey : notnull
{
    private readonly Dictionary<int, List<int>> _places = [];
    private readonly Dictionary<TKey, int> _numbers = [];
    private readonly List<TKey> _keys = [];

    /// <summary>How many entries there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>Puts a stem in, in the place of the one of this key.</summary>
    public void Put(TKey key, string stem)
    {
        var number = _keys.Count;
        _numbers[key] = number;
        _keys.Add(key);
        foreach (var pair in StemText.Of(stem).Pairs)
        {
            if (!_places.TryGetValue(pair, out var places))
            {
                _places.Add(pair, places = []);
            }

            places.Add(number);
        }
    }

    /// <summary>
    /// The entries that share most with the stem, the nearest first, at most so many. Every stem of which 82 % of the pairs are common is
    /// among them unless more than that many are.
    /// </summary>
    /// <param name="stem">As it is written.</param>
    /// <param name="most">So many are found, from 1.</param>
    /// <param name="isWanted">Which entries count; null: all.</param>
    public IReadOnlyList<TKey> Find(string stem, int most, Func<TKey, bool>? isWanted = null)
    {
        List<List<int>> lists = [.. StemText.Of(stem).Pairs.Select(pair => _places.GetValueOrDefault(pair)).Select(list => list ?? [])];
        lists.Sort((one, other) => one.Count.CompareTo(other.Count));
        // Near stems share at least 69 % of either's distinct pairs: of the rarest 57 % therefore more than a quarter, and a fifth to be safe.
        var telling = lists.Count < 12 ? lists.Count : ((lists.Count * 57) / 100) + 1;
        var least = Math.Max(1, lists.Count / 5);
        var shared = new Dictionary<int, int>();
        foreach (var number in lists.Take(telling).SelectMany(list => list))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(shared, number, out _)++;
        }

        return
        [
            .. shared.Where(entry => entry.Value >= least && IsCurrent(entry.Key) && isWanted?.Invoke(_keys[entry.Key]) is not false)
                .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key)
                .Take(most).Select(entry => _keys[entry.Key]),
        ];
    }

    // What was put in anew stays in the lists under its former number.
    private bool IsCurrent(int number) => _numbers[_keys[number]] == number;
}
