using System.IO.Compression;

namespace TrainingHub.Courseware.Files;

/// <summary>A course as zip. Nothing that the zip says of itself is believed: what counts is what comes out while reading.</summary>
public static class CourseArchive
{
    public const int MostFiles = 2000;
    public const int MostBytes = 50 * 1024 * 1024;

    // Text packs five or ten to one; beyond this it is made to burst.
    private const int MostRatio = 200;
    private const int RatioMattersFrom = 1024 * 1024;
    private const int EntryLength = 46;

    // Outside the range of a zip's clock nothing is said of the time: the same files give the same bytes.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a zip that holds one course's folder, or the inside of one.</summary>
    /// <param name="zip">As uploaded.</param>
    /// <param name="name">Of the uploaded file: where a problem of the zip as a whole is said to be.</param>
    public static ArchiveOutcome Read(byte[] zip, string name)
    {
        var log = new ProblemLog();
        try
        {
            return EntriesOf(zip) switch
            {
                < 0 => Refuse(log, name, "zip-broken", ("这不是完整的zip文件。", "This is not a whole zip file."), ("重新压缩成zip后再上传；不要用rar、7z或者分卷。", "Pack it as zip again; no rar, 7z or split archives.")),
                > MostFiles and var entries => RefuseMany(log, name, entries),
                _ => Unpack(zip, name, log),
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or IOException)
        {
            return Refuse(log, name, "zip-broken", ("zip文件损坏，读不出来。", "The zip file is damaged and cannot be read."), ("重新压缩后再上传。", "Pack it again and upload it."));
        }
    }

    /// <summary>Packs files so that the same files always give the same bytes: by ordinal path, stored as they are, without times.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, byte[]> files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                // Stored, not packed: another version of the library would pack in another way.
                var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
                entry.LastWriteTime = NoTime;
                entry.ExternalAttributes = 0;
                using var target = entry.Open();
                target.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    /// <summary>How many entries the end of the zip and its length allow; below 0 when there is no end. Zips of more entries than their end can count are not opened.</summary>
    private static int EntriesOf(byte[] zip)
    {
        for (var offset = zip.Length - 22; offset >= Math.Max(0, zip.Length - 22 - ushort.MaxValue); offset--)
        {
            if (zip.AsSpan(offset, 4) is [0x50, 0x4B, 0x05, 0x06])
            {
                var declared = BitConverter.ToUInt16(zip, offset + 10);
                var length = BitConverter.ToUInt32(zip, offset + 12);
                // The list of entries may be longer than the count says.
                return Math.Max(declared, length > (MostFiles + 1L) * (EntryLength + CoursePaths.Longest * 4) ? MostFiles + 1 : 0);
            }
        }

        return -1;
    }

    private static ArchiveOutcome Unpack(byte[] bytes, string name, ProblemLog log)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var entries = zip.Entries.Where(entry => !CoursePaths.IsLitter(entry.FullName)).ToList();
        foreach (var entry in entries)
        {
            CheckEntry(entry, log);
        }

        CheckRepeated(entries, log);
        if (entries.Count > MostFiles)
        {
            return RefuseMany(log, name, entries.Count);
        }

        if (log.HasErrors || ReadAll(entries, name, bytes.Length, log) is not { } files)
        {
            return new ArchiveOutcome.Refused(log.Sorted);
        }

        return Placed(WithoutOuter(files), name, log);
    }

    private static void CheckEntry(ZipArchiveEntry entry, ProblemLog log)
    {
        var place = new Place(Shown(entry.FullName), null);
        if (!CoursePaths.IsSafe(entry.FullName.TrimEnd('/')))
        {
            log.Error(
                place,
                "zip-path-unsafe",
                ("zip里的这个文件名不能用：有“..”、反斜杠、盘符、开头的“/”、读不出的字符，或者太长。", "This name in the zip is not allowed: '..', a backslash, a drive letter, a leading '/', unreadable characters, or too long."),
                ("文件名用小写英文、数字和连字符；从课程文件夹里重新压缩。", "Name files in lowercase letters, digits and hyphens; pack the course's folder again."));
        }
        else if (entry.IsEncrypted)
        {
            log.Error(place, "zip-encrypted", ("zip里的这个文件加了密码。", "This file in the zip is encrypted."), ("压缩时不要设密码。", "Pack it without a password."));
        }
        else if (((entry.ExternalAttributes >> 16) & 0xF000) is not (0 or 0x8000 or 0x4000))
        {
            log.Error(place, "zip-link", ("zip里的这一项是链接，不是文件。", "This entry of the zip is a link, not a file."), ("换成文件本身后重新压缩。", "Put the file itself there and pack it again."));
        }
    }

    private static void CheckRepeated(IEnumerable<ZipArchiveEntry> entries, ProblemLog log)
    {
        foreach (var repeated in entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Where(same => same.Skip(1).Any()))
        {
            log.Error(
                new Place(Shown(repeated.Last().FullName), null),
                "zip-name-repeated",
                ("zip里有两个文件同名（不分大小写）。", "Two files in the zip have this name (letter case aside)."),
                ("删除或者改名一个后重新压缩。", "Delete or rename one of them and pack it again."));
        }
    }

    /// <summary>Null when it is too large, which is then in the log.</summary>
    private static Dictionary<string, byte[]>? ReadAll(IEnumerable<ZipArchiveEntry> entries, string name, int packed, ProblemLog log)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var most = Math.Min(MostBytes, Math.Max(RatioMattersFrom, (long)packed * MostRatio));
        var left = most;
        foreach (var entry in entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var source = entry.Open();
            using var memory = new MemoryStream();
            var buffer = new byte[81_920];
            for (var length = source.Read(buffer); length > 0; length = source.Read(buffer))
            {
                left -= length;
                if (left < 0)
                {
                    log.Error(
                        new Place(name, null),
                        "zip-too-large",
                        most < MostBytes
                            ? ($"解压到“{Shown(entry.FullName)}”时，内容已超过压缩文件的200倍，停止读取。", $"At '{Shown(entry.FullName)}' the content passed 200 times the zip's size; reading stopped.")
                            : ($"解压到“{Shown(entry.FullName)}”时已超过50 MB，停止读取。", $"At '{Shown(entry.FullName)}' the content passed 50 MB; reading stopped."),
                        ("只放课程需要的文件；图片先缩小，视频先压缩。", "Leave only what the course needs; make pictures and videos smaller first."));
                    return null;
                }

                memory.Write(buffer, 0, length);
            }

            var bytes = memory.ToArray();
            if (Crc32.Of(bytes) != entry.Crc32)
            {
                throw new InvalidDataException($"{entry.FullName} is not what was packed.");
            }

            files.Add(entry.FullName, bytes);
        }

        return files;
    }

    /// <summary>Who packs the folder in which a course's folder lies means what is in it.</summary>
    private static Dictionary<string, byte[]> WithoutOuter(Dictionary<string, byte[]> files)
    {
        var outer = files.Keys.Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal).ToList();
        return outer is [var only] && !files.ContainsKey($"{only}/course.yml") && files.Keys.Any(path => path.Split('/') is [_, _, "course.yml"])
            ? files.ToDictionary(file => file.Key[(only.Length + 1)..], file => file.Value, StringComparer.Ordinal)
            : files;
    }

    private static ArchiveOutcome Placed(Dictionary<string, byte[]> files, string name, ProblemLog log)
    {
        if (files.TryGetValue("course.yml", out var course))
        {
            return SlugIn(course) is { } slug
                ? new ArchiveOutcome.Read(slug, files.ToDictionary(file => CoursePaths.IsShared(file.Key) ? file.Key : $"{slug}/{file.Key}", file => file.Value, StringComparer.Ordinal))
                : Refuse(log, "course.yml", "zip-slug-missing", ("course.yml里没有写可用的slug。", "course.yml has no usable slug."), ("写一行“slug: 名称”，用小写英文、数字和连字符。", "Write a line 'slug: name' in lowercase letters, digits and hyphens."));
        }

        var folders = files.Keys.Where(path => !CoursePaths.IsShared(path) && path.Split('/') is [_, "course.yml"]).Select(path => path.Split('/')[0]).ToList();
        return folders switch
        {
            [] => Refuse(log, name, "zip-course-missing", ("zip里没有找到课程文件course.yml。", "The zip holds no course.yml."), ("压缩课程文件夹：里面有course.yml、lessons、questions和quizzes。", "Pack the course's folder: it holds course.yml, lessons, questions and quizzes.")),
            [var slug] when CoursePaths.IsSlug(slug) => new ArchiveOutcome.Read(slug, files),
            [var slug] => Refuse(log, $"{slug}/course.yml", "zip-slug-missing", ($"课程文件夹的名称“{Shown(slug)}”不能用在网址里。", $"The folder's name '{Shown(slug)}' cannot stand in an address."), ("改用小写英文、数字和连字符。", "Use lowercase letters, digits and hyphens.")),
            _ => Refuse(log, name, "zip-several-courses", ($"zip里有{folders.Count}门课程。", $"The zip holds {folders.Count} courses."), ("每次只压缩一门课程。", "Pack one course at a time.")),
        };
    }

    private static string? SlugIn(byte[] course)
    {
        var line = System.Text.Encoding.UTF8.GetString(course).Split('\n').FirstOrDefault(line => line.StartsWith("slug:", StringComparison.Ordinal));
        return line?["slug:".Length..].Trim().Trim('"', '\'') is { } slug && CoursePaths.IsSlug(slug) ? slug : null;
    }

    // A name out of a zip may be anything; what is shown of it is short and plain.
    private static string Shown(string name)
    {
        var plain = string.Concat(name.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
        return plain.Length <= CoursePaths.Longest ? plain : $"{plain[..CoursePaths.Longest]}…";
    }

    private static ArchiveOutcome.Refused RefuseMany(ProblemLog log, string name, int entries) =>
        Refuse(
            log,
            name,
            "zip-too-many-files",
            entries < ushort.MaxValue
                ? ($"zip里有{entries:#,0}个文件，超过2,000个。", $"The zip holds {entries:#,0} files, more than 2,000.")
                : ("zip里的文件远远超过2,000个。", "The zip holds far more than 2,000 files."),
            ("只压缩一门课程的文件夹。", "Pack the folder of one course only."));

    private static ArchiveOutcome.Refused Refuse(ProblemLog log, string file, string code, (string, string) what, (string, string) mend)
    {
        log.Error(new Place(file, null), code, what, mend);
        return new ArchiveOutcome.Refused(log.Sorted);
    }
}
