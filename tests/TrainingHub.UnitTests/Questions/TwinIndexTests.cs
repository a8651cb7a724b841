using System.Diagnostics;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class TwinIndexTests
{
    [Fact]
    public void Finds_a_stem_of_which_a_word_was_changed()
    {
        var index = new TwinIndex<string>();
        index.Put("a", "学校应当每月至少检查一次灭火器的压力表是否正常");
        index.Put("b", "食堂从业人员上岗前应当取得健康证明并每年体检一次");

        Assert.Equal(["a"], index.Find("学校应当每月至少检查一次灭火器的压力是否正常", 5));
        Assert.Empty(index.Find("台风来临前应当加固室外悬挂物", 5));
    }

    [Fact]
    public void Finds_what_is_wanted_however_many_others_are_nearer()
    {
        var index = new TwinIndex<int>();
        for (var number = 0; number < 200; number++)
        {
            index.Put(number, "学校应当每月至少检查一次灭火器的压力表是否正常");
        }

        index.Put(200, "学校应当每月至少检查一次灭火器的压力是否正常");

        Assert.Equal([200], index.Find("学校应当每月至少检查一次灭火器的压力表是否正常", 5, number => number is 200));
    }

    [Fact]
    public void Forgets_what_a_stem_was_before()
    {
        var index = new TwinIndex<string>();
        index.Put("a", "学校应当每月至少检查一次灭火器");
        index.Put("a", "台风来临前应当加固室外悬挂物");

        Assert.Equal(1, index.Count);
        Assert.Empty(index.Find("学校应当每月至少检查一次灭火器", 5));
        Assert.Equal(["a"], index.Find("台风来临前应当加固室外悬挂物", 5));
    }

    [Fact]
    public void Finds_every_pair_that_comparing_all_with_all_finds()
    {
        var random = new Random(7);
        const string Letters = "学校应当每月检查灭火器压力疏散通道食堂燃气实验室危险化学品校车驾驶员宿舍电动自行车消防";
        var stems = Enumerable.Range(0, 200).Select(_ => new string([.. Enumerable.Range(0, random.Next(15, 40)).Select(_ => Letters[random.Next(Letters.Length)])])).ToList();
        stems.AddRange([.. stems.Take(100).Select(stem => Change(stem, random, Letters))]);
        var index = new TwinIndex<int>();
        foreach (var (number, stem) in stems.Index())
        {
            index.Put(number, stem);
        }

        foreach (var (number, stem) in stems.Index())
        {
            var near = stems.Index().Where(other => StemText.Of(other.Item).PercentAlike(StemText.Of(stem)) >= 82).Select(other => other.Index);
            Assert.Empty(near.Except(index.Find(stem, 50)));
            Assert.Contains(number, index.Find(stem, 50));
        }
    }

    [Fact]
    public void Is_quick_among_very_many()
    {
        var random = new Random(3);
        const string Letters = "学校应当每月检查灭火器压力疏散通道食堂燃气实验室危险化学品校车驾驶员宿舍电动自行车消防演练台风洪水溺水踩踏欺凌心理保安门卫监控报警栏杆屋面围墙挡土墙边坡树木井盖电梯锅炉压力容器";
        string Stem() => "下列关于" + new string([.. Enumerable.Range(0, 25).Select(_ => Letters[random.Next(Letters.Length)])]) + "的说法正确的是";
        var index = new TwinIndex<int>();
        for (var number = 0; number < 20_000; number++)
        {
            index.Put(number, Stem());
        }

        var watch = Stopwatch.StartNew();
        for (var asked = 0; asked < 50; asked++)
        {
            index.Find(Stem(), 20);
        }

        // Generous: the machine may be busy. Comparing one stem with all takes more than ten times as long.
        Assert.InRange(watch.Elapsed.TotalMilliseconds / 50, 0, 100);
    }

    private static string Change(string stem, Random random, string letters)
    {
        var changed = stem.ToCharArray();
        changed[random.Next(changed.Length)] = letters[random.Next(letters.Length)];
        return new string(changed);
    }
}
