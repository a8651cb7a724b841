using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By SQLite itself, within the transaction: for a foreign key EF Core would build the table anew outside of one.
            migrationBuilder.Sql("ALTER TABLE \"PublishedCourses\" ADD COLUMN \"OwnerId\" TEXT NULL CONSTRAINT \"FK_PublishedCourses_Organizations_OwnerId\" REFERENCES \"Organizations\" (\"Id\") ON DELETE RESTRICT");

            migrationBuilder.AddColumn<Guid>(
                name: "PublishedBy",
                table: "PublishedCourses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CourseDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    BasedOn = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PublishedHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    RemarkBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CourseDrafts_Organizations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CourseFileContents",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseFileContents", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "CourseDraftFiles",
                columns: table => new
                {
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseDraftFiles", x => new { x.DraftId, x.Path });
                    table.ForeignKey(
                        name: "FK_CourseDraftFiles_CourseDrafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "CourseDrafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CourseFiles",
                columns: table => new
                {
                    CourseHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseFiles", x => new { x.CourseHash, x.Path });
                    table.ForeignKey(
                        name: "FK_CourseFiles_CourseFileContents_ContentHash",
                        column: x => x.ContentHash,
                        principalTable: "CourseFileContents",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PublishedCourses_OwnerId",
                table: "PublishedCourses",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CourseDrafts_OwnerId",
                table: "CourseDrafts",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CourseDrafts_Slug",
                table: "CourseDrafts",
                column: "Slug",
                unique: true,
                filter: "\"State\" <> 3");

            migrationBuilder.CreateIndex(
                name: "IX_CourseFiles_ContentHash",
                table: "CourseFiles",
                column: "ContentHash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PublishedCourses_Organizations_OwnerId",
                table: "PublishedCourses");

            migrationBuilder.DropTable(
                name: "CourseDraftFiles");

            migrationBuilder.DropTable(
                name: "CourseFiles");

            migrationBuilder.DropTable(
                name: "CourseDrafts");

            migrationBuilder.DropTable(
                name: "CourseFileContents");

            migrationBuilder.DropIndex(
                name: "IX_PublishedCourses_OwnerId",
                table: "PublishedCourses");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                table: "PublishedCourses");

            migrationBuilder.DropColumn(
                name: "PublishedBy",
                table: "PublishedCourses");
        }
    }
}
