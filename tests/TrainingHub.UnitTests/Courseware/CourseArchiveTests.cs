using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using TrainingHub.Courseware;
using TrainingHub.Courseware.Files;
using TrainingHub.UnitTests.Guards;
using FolderOnDisk = TrainingHub.Courseware.Files.CourseFolder;

namespace TrainingHub.UnitTests.Courseware;

public sealed class CourseArchiveTests
{
    private static readonly byte[] Course = Encoding.UTF8.GetBytes("slug: doors\n");

    public static TheoryData<string> Courses => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "courses")).Select(Path.GetFileName).OfType<string>().Where(name => name[0] is not '_')];

    [Theory]
    [InlineData("../evil.yml")]
    [InlineData("doors/../../evil.yml")]
    [InlineData("/etc/passwd")]
    [InlineData("doors\\lessons\\01-a.md")]
    [InlineData("C:/doors/course.yml")]
    [InlineData("doors//course.yml")]
    [InlineData("doors/./course.yml")]
    [InlineData("doors/lessons/\u0001.md")]
    public void Names_that_lead_elsewhere_are_refused(string name)
    {
        var problem = Assert.Single(Refused(Zip(("doors/course.yml", Course), (name, [1]))));

        Assert.Equal("zip-path-unsafe", problem.Code);
        Assert.NotEmpty(problem.HowToMend);
        Assert.NotEmpty(problem.HowToMendEn);
    }

    [Fact]
    public void Ten_thousand_files_are_refused_quickly()
    {
        var zip = Zip([("doors/course.yml", Course), .. Enumerable.Range(0, 10_000).Select(number => ($"doors/lessons/{number}.md", Array.Empty<byte>()))]);
        var watch = Stopwatch.StartNew();

        Assert.Equal("zip-too-many-files", Assert.Single(Refused(zip)).Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"took {watch.Elapsed}");
    }

    [Fact]
    public void More_files_than_a_zip_can_count_are_refused_without_a_number()
    {
        var problem = Assert.Single(Refused(Zip([("doors/course.yml", Course), .. Enumerable.Range(0, 66_000).Select(number => ($"doors/{number}", Array.Empty<byte>()))])));

        Assert.Equal(("zip-too-many-files", "zip里的文件远远超过2,000个。"), (problem.Code, problem.What));
    }

    [Fact]
    public void A_count_that_lies_does_not_help()
    {
        var zip = Zip([("doors/course.yml", Course), .. Enumerable.Range(0, 10_000).Select(number => ($"doors/lessons/{number}.md", Array.Empty<byte>()))]);
        BitConverter.TryWriteBytes(zip.AsSpan(zip.Length - 12), (ushort)3);
        BitConverter.TryWriteBytes(zip.AsSpan(zip.Length - 14), (ushort)3);

        Assert.NotEmpty(Refused(zip));
    }

    [Fact]
    public void A_gigabyte_is_stopped_while_it_is_read()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var course = archive.CreateEntry("doors/course.yml").Open())
            {
                course.Write(Course);
            }

            using var bomb = archive.CreateEntry("doors/lessons/01-a.md", CompressionLevel.Fastest).Open();
            var block = new byte[1024 * 1024];
            for (var written = 0; written < 1024; written++)
            {
                bomb.Write(block);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Single(Refused(memory.ToArray()));

        Assert.Equal("zip-too-large", problem.Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 400_000_000);
    }

    [Fact]
    public void A_declared_size_is_not_believed()
    {
        var zip = Zip(("doors/course.yml", Course), ("doors/lessons/01-a.md", new byte[8 * 1024 * 1024]));
        // Uncompressed size in the list of entries: 10 bytes.
        var list = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(list + 24), 10);

        Assert.NotEmpty(Refused(zip));
    }

    [Fact]
    public void Two_names_that_differ_in_case_alone_are_refused() =>
        Assert.Equal("zip-name-repeated", Assert.Single(Refused(Zip(("doors/course.yml", Course), ("doors/lessons/01-a.md", [1]), ("doors/lessons/01-A.md", [2])))).Code);

    [Fact]
    public void A_link_is_refused()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var course = archive.CreateEntry("doors/course.yml").Open())
            {
                course.Write(Course);
            }

            var link = archive.CreateEntry("doors/lessons/01-a.md");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = link.Open();
            target.Write("/etc/passwd"u8);
        }

        Assert.Equal(("doors/lessons/01-a.md", "zip-link"), Refused(memory.ToArray()).Select(problem => (problem.File, problem.Code)).Single());
    }

    [Fact]
    public void An_encrypted_file_is_refused()
    {
        var zip = Zip(("doors/course.yml", Course));
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        zip[6] |= 1;

        Assert.Equal("zip-encrypted", Assert.Single(Refused(zip)).Code);
    }

    [Theory]
    [InlineData("not a zip")]
    [InlineData("")]
    [InlineData("PK\u0005\u0006")]
    public void What_is_no_zip_is_refused(string text) => Assert.Equal("zip-broken", Assert.Single(Refused(Encoding.UTF8.GetBytes(text))).Code);

    [Fact]
    public void A_zip_cut_short_is_refused()
    {
        var zip = Zip(("doors/course.yml", Course), ("doors/lessons/01-a.md", [.. Enumerable.Range(0, 5000).Select(value => (byte)(value * 31))]));

        Assert.NotEmpty(Refused(zip[..(zip.Length / 2)]));
    }

    [Fact]
    public void A_zip_without_a_course_or_with_two_is_refused()
    {
        Assert.Equal("zip-course-missing", Assert.Single(Refused(Zip(("notes.txt", [1])))).Code);
        Assert.Equal("zip-several-courses", Assert.Single(Refused(Zip(("doors/course.yml", Course), ("windows/course.yml", Course)))).Code);
        Assert.Equal("zip-slug-missing", Assert.Single(Refused(Zip(("Doors 1/course.yml", Course)))).Code);
    }

    [Fact]
    public void The_inside_of_a_folder_is_taken_as_well_and_litter_is_left_out()
    {
        var read = Assert.IsType<ArchiveOutcome.Read>(CourseArchive.Read(Zip(("course.yml", Course), ("lessons/01-a.md", [1]), ("_standards/law.yml", [2]), ("__MACOSX/._course.yml", [3]), (".DS_Store", [4])), "a.zip"));

        Assert.Equal("doors", read.Slug);
        Assert.Equal(["_standards/law.yml", "doors/course.yml", "doors/lessons/01-a.md"], read.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_around_the_courses_folder_is_left_out()
    {
        var read = Assert.IsType<ArchiveOutcome.Read>(CourseArchive.Read(Zip(("我的课程/doors/course.yml", Course), ("我的课程/_standards/law.yml", [2]), ("我的课程/doors/lessons/01-a.md", [1])), "a.zip"));

        Assert.Equal("doors", read.Slug);
        Assert.Equal(["_standards/law.yml", "doors/course.yml", "doors/lessons/01-a.md"], read.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Unknown_files_keep_their_bytes_and_are_a_warning()
    {
        byte[] bytes = [0, 255, 13, 10];
        var read = Assert.IsType<ArchiveOutcome.Read>(CourseArchive.Read(Zip(("doors/course.yml", Course), ("doors/备注.docx", bytes), ("readme.txt", bytes)), "a.zip"));

        var problems = CourseReader.Inspect("doors", new CourseBytes(read.Files), new CourseSetting(), default).Problems;

        Assert.Equal(bytes, read.Files["doors/备注.docx"]);
        Assert.Equal(["doors/备注.docx", "readme.txt"], problems.Where(problem => problem.Code is "file-unexpected").Select(problem => problem.File));
    }

    [Theory]
    [MemberData(nameof(Courses))]
    public void Export_import_export_of_every_course_is_byte_identical(string slug)
    {
        var folder = new FolderOnDisk(Path.Combine(Repository.Root, "courses", slug));
        var inspection = CourseReader.Inspect(slug, folder, new CourseSetting(), default);
        var files = folder.Paths.Where(path => path.StartsWith($"{slug}/", StringComparison.Ordinal)).Concat(inspection.SharedFiles).ToDictionary(path => path, folder.Read);

        var first = CourseArchive.Write(files);
        var read = Assert.IsType<ArchiveOutcome.Read>(CourseArchive.Read(first, "a.zip"));
        var second = CourseArchive.Write(read.Files);

        Assert.Equal(first, second);
        Assert.All(read.Files, file => Assert.Equal(files[file.Key], file.Value));
        var alone = Assert.IsType<CourseOutcome.Read>(CourseReader.Inspect(slug, new CourseBytes(read.Files), new CourseSetting(), default).Outcome);
        Assert.Equal(Assert.IsType<CourseOutcome.Read>(inspection.Outcome).Content.Hash, alone.Content.Hash);
        // With the standards of the system beside it, too: the same course is the same version.
        var known = Assert.IsType<CourseOutcome.Read>(CourseReader.Inspect(slug, new CourseBytes(read.Files), new CourseSetting { Known = ((CourseOutcome.Read)inspection.Outcome).Standards }, default).Outcome);
        Assert.Equal(alone.Content.Hash, known.Content.Hash);
    }

    internal static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    private static IReadOnlyList<Problem> Refused(byte[] zip) => Assert.IsType<ArchiveOutcome.Refused>(CourseArchive.Read(zip, "a.zip")).Problems;
}
