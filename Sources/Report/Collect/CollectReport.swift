import FoundationEssentials
import Load
import Records
package import SystemPackage

/// Reads what the page tells of a dataset.
///
/// The last days are read line by line, one line in memory at a time; of the days before only what
/// their manifests count.
///
/// - Parameters:
///   - folder: The dataset's folder.
///   - limits: How much is shown.
/// - Returns: Counters and what is shown, empty where the folder holds nothing.
package func collectReport(of folder: FilePath, _ limits: ReportLimits) -> ReportData {
  let folder = DatasetFolder(path: folder)
  let (days, strange) = folder.days()
  var data = ReportData(window: CivilDay(number: 0)..<CivilDay(number: 0))
  readRuns(of: folder, limits, into: &data)
  let lastRun = data.runs.first.flatMap { CivilDay($0.startedAt) }
  if let last = [days.last, lastRun].compactMap({ $0 }).max() {
    data.window = last.advanced(by: 1 - max(1, limits.days))..<last.advanced(by: 1)
  }
  for name in strange { data.faults.note("\(name): its name tells no day") }
  var reader = DayReader(of: folder, limits, after: data)
  for day in days.reversed() {
    if data.window.contains(day) {
      reader.read(day)
    } else {
      count(day, of: folder, into: &reader.data)
    }
  }
  return reader.data
}

/// Takes the counts of a day from its manifest; where it lists nothing, the lines are counted.
private func count(_ day: CivilDay, of folder: DatasetFolder, into data: inout ReportData) {
  var counts = ReportData.DayCounts()
  let listed = folder.partition(day).manifest()
  for part in listed {
    counts.articles += part.articles.rows
    counts.figures += part.observations.rows
    counts.rejects += part.rejects.rows
  }
  if listed.isEmpty {
    counts.articles = lines(.articles)
    counts.figures = lines(.observations)
    counts.rejects = lines(.rejects)
  }
  data.days[day] = counts

  func lines(_ kind: Partition.Kind) -> Int {
    var count = 0
    for part in folder.partition(day).storedParts(of: kind) {
      do {
        try forEachLine(of: part.path) { _, _ in count += 1 }
      } catch {
        data.faults.note("\(folder.name(of: part.path)): \(error.reason)")
      }
    }
    return count
  }
}

/// Reads the records of the last runs.
private func readRuns(of folder: DatasetFolder, _ limits: ReportLimits, into data: inout ReportData)
{
  let decoder = JSONDecoder.ofRecords()
  let files = folder.runs()
  data.runCount = files.count
  for file in files where data.runs.count < limits.runs {
    let bytes = FileManager.default.contents(atPath: file.string) ?? Data()
    do {
      data.runs.append(try decoder.decode(RunRow.self, from: bytes))
    } catch {
      data.faults.note("\(folder.name(of: file)): no record of a run")
    }
  }
  data.runs.sort { ($0.startedAt, $0.id) > ($1.startedAt, $1.id) }
}
